package pose.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pose.app.event.ExampleEvents;
import pose.schema.BoundingBox;
import pose.schema.Gap;
import pose.schema.GapReason;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TrackEvent;
import pose.schema.TrackEventKind;

class EventLinesTest {

    private static final long NOON_US = 1_777_636_800_040_000L;

    private final EventLines lines = new EventLines(Ink.PLAIN);

    @Test
    void shouldTellEverybodyByNumberAndScoreAndWhoOnlyWatches() {
        // given
        PoseFrame event = event(false, person(1L, 0.83f, true), person(4L, 0.41f, false), person(null, 0.2f, null));

        // when
        String line = lines.line(event);

        // then
        assertThat(line).isEqualTo("2026-05-01T12:00:00.040Z gate-1 #17  3 people  1 0.83  4 0.41 watching  – 0.20");
    }

    @Test
    void shouldTellOfACutAndThatNobodyIsThere() {
        // given
        PoseFrame event = event(true);

        // when
        String line = lines.line(event);

        // then
        assertThat(line).isEqualTo("2026-05-01T12:00:00.040Z gate-1 #17  CUT  nobody");
    }

    @Test
    void shouldColourANumberAsPicturesDo() {
        // given
        EventLines coloured = new EventLines(Ink.COLOURED);

        // when
        String line = coloured.line(event(false, person(1L, 0.5f, null)));

        // then
        assertThat(line).endsWith("1 person  \u001B[1;38;2;238;169;14m1\u001B[0m 0.50");
    }

    @Test
    void shouldTellWhatHappenedToATrackAndWhere() {
        // given
        TrackEvent event = new TrackEvent(
                "gate-1", 1L, 17L, NOON_US, TrackEventKind.LOST, 4L, new BoundingBox(312.4, 119.6, 40.0, 110.0));

        // when
        String line = lines.line(event);

        // then
        assertThat(line).isEqualTo("2026-05-01T12:00:00.040Z gate-1 #17  4 LOST at 312,120, 40×110");
    }

    @Test
    void shouldTellOfACutThatItIsEverybodys() {
        // given
        TrackEvent event = new TrackEvent("gate-1", 1L, 17L, NOON_US, TrackEventKind.CUT, null, null);

        // when
        String line = lines.line(event);

        // then
        assertThat(line).isEqualTo("2026-05-01T12:00:00.040Z gate-1 #17  CUT");
    }

    @Test
    void shouldTellHowManyFramesAreMissingAndWhy() {
        // given
        Gap gap = new Gap("gate-1", 1L, 17L, 3L, GapReason.CAMERA_LOST, NOON_US, null, "connection refused");

        // when
        String line = lines.line(gap);

        // then
        assertThat(line)
                .isEqualTo("2026-05-01T12:00:00.040Z gate-1 #17  3 frames missing: CAMERA_LOST, connection refused");
    }

    private static Person person(@Nullable Long track, float score, @Nullable Boolean plays) {
        return ExampleEvents.person()
                .setScore(score)
                .setTrack(track)
                .setPlays(plays)
                .build();
    }

    private static PoseFrame event(boolean cut, Person... people) {
        return ExampleEvents.event()
                .setSequence(17)
                .setCaptureTimeUs(NOON_US)
                .setPeople(List.of(people))
                .setCut(cut)
                .build();
    }
}
