package pose.app.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.schema.BoundingBox;
import pose.schema.TrackEvent;
import pose.schema.TrackEventKind;

class TrackEventJsonTest {

    @Test
    void shouldTellWhomItHappenedToAndWhere() {
        // given
        TrackEvent event =
                new TrackEvent("gate-1", 1L, 17L, 42L, TrackEventKind.FOUND, 3L, new BoundingBox(1.0, 2.5, 30.0, 40.0));

        // when
        String line = TrackEventJson.line(event);

        // then
        assertThat(line)
                .isEqualTo("{\"camera\":\"gate-1\",\"epoch\":1,\"sequence\":17,\"captureTimeUs\":42,\"kind\":\"FOUND\","
                        + "\"track\":3,\"box\":[1.0,2.5,30.0,40.0]}");
    }

    @Test
    void shouldTellOfACutThatItIsNobodysAlone() {
        // given
        TrackEvent event = new TrackEvent("gate-1", 1L, 17L, 42L, TrackEventKind.CUT, null, null);

        // when
        String line = TrackEventJson.line(event);

        // then
        assertThat(line)
                .isEqualTo("{\"camera\":\"gate-1\",\"epoch\":1,\"sequence\":17,\"captureTimeUs\":42,\"kind\":\"CUT\","
                        + "\"track\":null}");
    }
}
