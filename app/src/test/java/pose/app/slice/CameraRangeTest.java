package pose.app.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import pose.app.slice.CameraRange.Side;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;

class CameraRangeTest {

    private static final TopicPartition PARTITION = new TopicPartition("frames", 0);

    @Test
    void shouldBeginWithTheFirstFrameThatIsNotBeforeATimeAndEndBeforeAnother() {
        CameraRange range = new CameraRange("a", time(100), time(200));

        assertThat(range.next(frame(99), 0)).isEqualTo(Side.BEFORE);
        assertThat(range.next(frame(100), 1)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(199), 2)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(200), 3)).isEqualTo(Side.BEYOND);
    }

    @Test
    void shouldBeginAndEndWithTheFramesThatAreNamedWhateverTheirTimes() {
        CameraRange range = new CameraRange("a", frame("a", 100, 5), frame("a", 150, 7));

        assertThat(range.next(frame(100), 4)).isEqualTo(Side.BEFORE);
        assertThat(range.next(frame(100), 5)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(300), 6)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(150), 7)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(150), 8)).isEqualTo(Side.BEYOND);
    }

    @Test
    void shouldGoByTheTimeOfAFrameOfAnotherCamera() {
        CameraRange range = new CameraRange("b", frame("a", 100, 5), frame("a", 150, 7));

        assertThat(range.next(frame(99), 90)).isEqualTo(Side.BEFORE);
        assertThat(range.next(frame(100), 91)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(150), 92)).isEqualTo(Side.BEYOND);
    }

    @Test
    void shouldNotBeBeforeAgainOnceItHasBegun() {
        CameraRange range = new CameraRange("a", time(100), Optional.empty());

        assertThat(range.next(frame(100), 1)).isEqualTo(Side.WITHIN);
        assertThat(range.next(frame(50), 2)).isEqualTo(Side.WITHIN);
    }

    private static Optional<Edge> time(long timeUs) {
        return Optional.of(new Edge(timeUs, Optional.empty()));
    }

    private static Optional<Edge> frame(String camera, long timeUs, long offset) {
        return Optional.of(new Edge(timeUs, Optional.of(new Edge.Anchor(camera, PARTITION, offset))));
    }

    private static Frame frame(long timeUs) {
        return new Frame(
                "a",
                1L,
                0L,
                timeUs,
                null,
                1,
                1,
                Encoding.JPEG,
                false,
                CaptureClock.HOST,
                null,
                null,
                ByteBuffer.allocate(0));
    }
}
