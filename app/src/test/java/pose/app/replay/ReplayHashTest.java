package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pose.app.event.ExampleEvents;
import pose.schema.Original;
import pose.schema.PartPosition;
import pose.schema.Timings;
import pose.schema.WeightsRef;

class ReplayHashTest {

    private static final RecordedFrame FRAME = Recordings.frame("a", 3, Recordings.EPOCH + 7, 1, 2, 3);
    private static final Content PICTURE = new Content.Picture();

    @Test
    void shouldBeTheSameForTheSame() {
        RecordedFrame again = Recordings.frame("a", 3, Recordings.EPOCH + 7, 1, 2, 3);

        assertThat(ReplayHash.of(again, PICTURE)).isEqualTo(ReplayHash.of(FRAME, PICTURE));
    }

    static List<RecordedFrame> others() {
        return List.of(
                Recordings.frame("b", 3, Recordings.EPOCH + 7, 1, 2, 3),
                Recordings.frame("a", 4, Recordings.EPOCH + 7, 1, 2, 3),
                Recordings.frame("a", 3, Recordings.EPOCH + 8, 1, 2, 3),
                Recordings.frame("a", 3, Recordings.EPOCH + 7, 1, 2, 4),
                Recordings.frame("a", 3, Recordings.EPOCH + 7, 1, 2),
                new RecordedFrame(FRAME.frame(), FRAME.timeUs(), null, List.of()),
                new RecordedFrame(FRAME.frame(), FRAME.timeUs(), new Original(1L, 3L, Recordings.EPOCH + 7), List.of()),
                new RecordedFrame(
                        FRAME.frame(),
                        FRAME.timeUs(),
                        FRAME.original(),
                        List.of(new RecordHeader("pose-truth", "x".getBytes(StandardCharsets.UTF_8)))));
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldBeAnotherForAnythingElse(RecordedFrame other) {
        assertThat(ReplayHash.of(other, PICTURE)).isNotEqualTo(ReplayHash.of(FRAME, PICTURE));
    }

    @Test
    void shouldBeAnotherForOtherPosesOrWeights() {
        String poses = ReplayHash.of(FRAME, poses("sha", 1.5f));

        assertThat(poses)
                .isEqualTo(ReplayHash.of(FRAME, poses("sha", 1.5f)))
                .isNotEqualTo(ReplayHash.of(FRAME, poses("other", 1.5f)))
                .isNotEqualTo(ReplayHash.of(FRAME, poses("sha", Math.nextUp(1.5f))))
                .isNotEqualTo(ReplayHash.of(FRAME, new Content.Unseen("broken")))
                .isNotEqualTo(ReplayHash.of(FRAME, PICTURE));
    }

    @Test
    void shouldNotDependOnHowLongItTookToLook() {
        assertThat(ReplayHash.of(FRAME, poses("sha", 1f, 5))).isEqualTo(ReplayHash.of(FRAME, poses("sha", 1f, 6)));
    }

    @Test
    void shouldBeAnotherInAnotherOrder() {
        String first = ReplayHash.of(FRAME, PICTURE);
        String second = ReplayHash.of(Recordings.frame("a", 4, Recordings.EPOCH + 8, 9), PICTURE);

        assertThat(all(first, second)).isEqualTo(all(first, second)).isNotEqualTo(all(second, first));
    }

    private static String all(String... digests) {
        ReplayHash hash = new ReplayHash();
        for (String digest : digests) {
            hash.add(digest);
        }
        return hash.finished();
    }

    private static Content poses(String sha256, float x) {
        return poses(sha256, x, 5);
    }

    private static Content poses(String sha256, float x, long inferredUs) {
        List<PartPosition> parts = List.of(new PartPosition(x, 2f, 0.5f));
        return new Content.Poses(ExampleEvents.event()
                .setPeople(List.of(ExampleEvents.person().setKeypoints(parts).build()))
                .setWeights(new WeightsRef("n", "1", sha256))
                .setTimings(new Timings(0L, 0L, inferredUs, 0L))
                .build());
    }
}
