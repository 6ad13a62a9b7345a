package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pose.schema.Original;

class SequenceWatchTest {

    private final SequenceWatch watch = new SequenceWatch();

    @Test
    void shouldNotMissWhatIsBeforeASlice() {
        see("a", 1, 100, 101, 102);
        see("b", 1, 7, 8);

        assertThat(watch.missing()).isZero();
    }

    @Test
    void shouldCountWhatIsMissingWithinAndAtTheBeginningOfAnEpoch() {
        see("a", 1, 5, 8, 9);
        see("a", 2, 3, 4);

        assertThat(watch.gaps()).isEqualTo(2);
        assertThat(watch.missing()).isEqualTo(2 + 3);
    }

    @Test
    void shouldCountWhatComesAgain() {
        see("a", 1, 5, 6, 5, 6, 7);

        assertThat(watch.repeated()).isEqualTo(1);
        assertThat(watch.missing()).isZero();
    }

    private void see(String camera, long epoch, long... sequences) {
        for (long sequence : sequences) {
            watch.see(camera, new Original(epoch, sequence, 0L));
        }
    }
}
