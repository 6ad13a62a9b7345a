package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pose.cpm.EngineName;

/** Steps worked by hand. */
class OptimiserTest {

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), EngineName.MXNET.forTraining());

    /** A kernel, since biases do not decay. */
    private final NDArray weight = manager.create(new float[] {2, -1}, new Shape(1, 2));

    @AfterEach
    void close() {
        manager.close();
    }

    private void step(Optimiser optimiser, int number, float rate, float... gradient) {
        optimiser.update("w", weight, manager.create(gradient, new Shape(1, 2)), number, rate);
    }

    private void assertWeight(double first, double second) {
        assertThat((double) weight.toFloatArray()[0]).isEqualTo(first, within(1e-5));
        assertThat((double) weight.toFloatArray()[1]).isEqualTo(second, within(1e-5));
    }

    @Test
    void shouldStepByTheRateWhateverTheGradientsLengthAndDecayApartFromIt() {
        step(new Adam(manager, 0.5f), 1, 0.1f, 4, -0.02f);

        // 2 × (1 − 0.1 × 0.5) − 0.1, and −1 × 0.95 + 0.1.
        assertWeight(1.8, -0.85);
    }

    @Test
    void shouldFollowTheRunningMeanOfGradients() {
        Adam adam = new Adam(manager, 0);
        step(adam, 1, 0.1f, 1, 1);

        step(adam, 2, 0.1f, -1, 1);

        // Mean (0.09 − 0.1) / 0.19 = −0.0526 over √(1) for the first; the second goes on at the full rate.
        assertWeight(1.9 + 0.1 * 0.01 / 0.19, -1.2);
    }

    @Test
    void shouldGatherMomentumAndPullWeightsTowardsZero() {
        Sgd sgd = new Sgd(manager, 0.9f, 0.5f);
        step(sgd, 1, 0.1f, 1, 0);
        // Velocity 0.1 × (1 + 0.5 × 2) = 0.2 and 0.1 × −0.5 = −0.05.
        assertWeight(1.8, -0.95);

        step(sgd, 2, 0.1f, 0, 0);

        // Velocity 0.9 × 0.2 + 0.1 × 0.9 = 0.27 and 0.9 × −0.05 − 0.1 × 0.475 = −0.0925.
        assertWeight(1.53, -0.8575);
    }

    @Test
    void shouldRememberWhatItSaved() throws Exception {
        Sgd sgd = new Sgd(manager, 0.9f, 0);
        step(sgd, 1, 0.1f, 1, 0);
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        sgd.save(new DataOutputStream(saved));
        Sgd next = new Sgd(manager, 0.9f, 0);

        next.load(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
        step(next, 2, 0.1f, 0, 0);

        assertWeight(2 - 0.1 - 0.09, -1);
    }
}
