package pose.app.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.schema.Gap;
import pose.schema.GapReason;

class GapJsonTest {

    @Test
    void shouldHaveTheDocumentedFieldsInTheirOrder() {
        Gap gap = new Gap("gate-1", 1L, 2L, 3L, GapReason.CAMERA_LOST, 4L, 5L, "connection refused");

        assertThat(GapJson.line(gap))
                .isEqualTo(
                        "{\"camera\":\"gate-1\",\"epoch\":1,\"firstSequence\":2,\"count\":3,\"reason\":\"CAMERA_LOST\","
                                + "\"captureTimeUs\":4,\"untilUs\":5,\"detail\":\"connection refused\"}");
    }

    @Test
    void shouldLeaveOutAnEndThatNobodyKnows() {
        Gap gap = new Gap("gate-1", 1L, 2L, 3L, GapReason.TOO_OLD, 4L, null, "");

        assertThat(GapJson.line(gap)).doesNotContain("untilUs");
    }
}
