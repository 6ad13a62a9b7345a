package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RemainingWorkTest {

    private final AtomicLong now = new AtomicLong(5);
    /** One epoch of 10 steps, then two whose steps are four times the work: 10 and 80. */
    private final RemainingWork work = new RemainingWork(Experiment.parse("""
                    data: { training: ['synthetic:1'], validation: 'synthetic:1' }
                    phases: [{ epochs: 1, inputSize: 80 }, { epochs: 2, inputSize: 160 }]
                    """), 10, now::get);

    private TrainingListener.Ahead after(Duration time, int epoch, int step) {
        now.addAndGet(time.toNanos());
        return work.ahead(epoch, step);
    }

    @Test
    void shouldCountLargerPicturesAsMoreWork() {
        after(Duration.ofSeconds(7), 0, 2);

        TrainingListener.Ahead ahead = after(Duration.ofSeconds(4), 0, 6);

        assertThat(ahead.done()).isEqualTo(6.0 / 90, within(1e-9));
        assertThat(ahead.left()).isEqualTo(Duration.ofSeconds(84));
    }

    @Test
    void shouldNotCountWhatAnEarlierRunDidAsFast() {
        after(Duration.ofSeconds(7), 1, 1);

        TrainingListener.Ahead ahead = after(Duration.ofSeconds(4), 1, 2);

        assertThat(ahead.done()).isEqualTo(18.0 / 90, within(1e-9));
        assertThat(ahead.left()).isEqualTo(Duration.ofSeconds(72));
    }

    @Test
    void shouldEndWithNothingLeft() {
        after(Duration.ofSeconds(1), 0, 1);

        TrainingListener.Ahead ahead = after(Duration.ofSeconds(100), 2, 10);

        assertThat(ahead.done()).isEqualTo(1);
        assertThat(ahead.left()).isZero();
    }
}
