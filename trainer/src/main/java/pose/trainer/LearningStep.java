package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.HandedOn;

/** One step of one lesson: forward, losses, backward, and a change of the weights that learn. */
final class LearningStep {

    private static final int[] CELLS = {2};

    private final NDManager manager;
    private final BatchArrays arrays;
    private final ConvolutionalPoseMachine network;
    private final Lesson lesson;
    private final ParameterUpdate update;

    /** @param clip longest gradient, all of {@code lesson}'s parameters as one vector; 0: any length */
    LearningStep(
            NDManager manager,
            BatchArrays arrays,
            ConvolutionalPoseMachine network,
            Optimiser optimiser,
            Lesson lesson,
            double clip) {
        this.manager = manager;
        this.arrays = arrays;
        this.network = network;
        this.lesson = lesson;
        update = new ParameterUpdate(network.parameters(lesson.from(), lesson.to()), optimiser, clip);
    }

    /**
     * Learns from a batch: the squared distance between belief maps and ideal maps, summed over the stages that have a
     * loss (equation 6 of the paper), a picture.
     *
     * @param number of the step in this lesson, from 1
     * @return what the weights before the step made of the batch; the losses of stages that have none in this lesson are
     *     only told
     */
    StepResult learn(Batch batch, int number, float rate, GradientObserver observer) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = backward(scope, batch);
            update.apply(scope, number, rate, observer);
            return result(seen.toFloatArray());
        }
    }

    private StepResult result(float[] seen) {
        float[] losses = Arrays.copyOf(seen, lesson.to());
        double learntFrom = 0;
        for (int t = 1; t <= losses.length; t++) {
            learntFrom += lesson.isSupervised(t) ? losses[t - 1] : 0;
        }
        return new StepResult(losses, learntFrom, seen[lesson.to()]);
    }

    /**
     * Runs the batch through, and the gradients back to the first stage that learns.
     *
     * @return the losses, then the relief
     */
    private NDArray backward(NDManager scope, Batch batch) {
        NDList inputs = arrays.inputs(scope, batch.pictures(), batch.size(), batch.input());
        BatchArrays.Target[] targets = arrays.targets(scope, batch);
        ParameterStore weights = new ParameterStore(scope, false);
        // What is frozen runs where no gradient is collected: it has none, and costs no backward pass.
        HandedOn frozen = network.through(weights, network.begin(inputs), lesson.from() - 1, false);
        NDList losses = new NDList();
        NDArray last;
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDList beliefs = network.through(weights, frozen, lesson.to(), true).beliefs();
            NDList supervised = new NDList();
            for (int t = 1; t <= lesson.to(); t++) {
                BatchArrays.Target target = targets[t == 1 ? 0 : 1];
                NDArray difference = beliefs.get(t - 1).sub(target.ideal());
                NDArray loss =
                        difference.mul(difference).mul(target.weight()).sum().div(batch.size());
                losses.add(loss);
                if (lesson.isSupervised(t)) {
                    supervised.add(loss);
                }
            }
            last = beliefs.get(lesson.to() - 1);
            collector.backward(NDArrays.stack(supervised).sum());
        }
        losses.add(relief(last));
        return NDArrays.stack(losses);
    }

    /** How far the part maps' peaks stand out from their map's mean, on average. */
    private NDArray relief(NDArray beliefs) {
        NDArray parts = beliefs.get(new NDIndex(":, :" + Watchdog.partChannels(network.architecture())));
        Shape shape = parts.getShape();
        NDArray flat = parts.reshape(shape.get(0), shape.get(1), -1);
        // PyTorch reduces one axis at a time.
        return flat.max(CELLS).sub(flat.mean(CELLS)).mean();
    }
}
