package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.network.HandedOn;

/** One step of one lesson: forward, losses, backward, and a change of the weights that learn. */
final class LearningStep {

    private final NDManager manager;
    private final ConvolutionalPoseMachine network;
    private final Architecture architecture;
    private final Lesson lesson;
    private final ParameterUpdate update;

    /** @param clip longest gradient, all of {@code lesson}'s parameters as one vector; 0: any length */
    LearningStep(NDManager manager, ConvolutionalPoseMachine network, Optimiser optimiser, Lesson lesson, double clip) {
        this.manager = manager;
        this.network = network;
        this.architecture = network.architecture();
        this.lesson = lesson;
        update = new ParameterUpdate(network.parameters(lesson.from(), lesson.to()), optimiser, clip);
    }

    /**
     * Learns from a batch: the squared distance between belief maps and ideal maps, summed over the stages that have a
     * loss (equation 6 of the paper), a picture.
     *
     * @param number of the step in this lesson, from 1
     * @return the loss of each stage up to the lesson's last before the step; those without one in this lesson are only
     *     told
     */
    float[] learn(Batch batch, int number, float rate, GradientObserver observer) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray losses = backward(scope, batch);
            update.apply(scope, number, rate, observer);
            return losses.toFloatArray();
        }
    }

    /** Runs the batch through, and the gradients back to the first stage that learns. */
    private NDArray backward(NDManager scope, Batch batch) {
        int map = batch.inputSize() / architecture.stride();
        Shape[] shapes = network.inputShapes(batch.size(), batch.inputSize());
        Shape maps = new Shape(batch.size(), architecture.maps(), map, map);
        NDArray pictures = scope.create(batch.pictures(), shapes[0]);
        NDArray ideal = scope.create(batch.ideal(), maps);
        NDArray weight = scope.create(batch.weight(), maps);
        NDArray centre = centre(scope, map, shapes[1]);
        ParameterStore weights = new ParameterStore(scope, false);
        // What is frozen runs where no gradient is collected: it has none, and costs no backward pass.
        HandedOn frozen =
                network.through(weights, network.begin(new NDList(pictures, centre)), lesson.from() - 1, false);
        NDList losses = new NDList();
        try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDList beliefs = network.through(weights, frozen, lesson.to(), true).beliefs();
            NDList supervised = new NDList();
            for (int t = 1; t <= lesson.to(); t++) {
                NDArray difference = beliefs.get(t - 1).sub(ideal);
                NDArray loss = difference.mul(difference).mul(weight).sum().div(batch.size());
                losses.add(loss);
                if (lesson.isSupervised(t)) {
                    supervised.add(loss);
                }
            }
            collector.backward(NDArrays.stack(supervised).sum());
        }
        return NDArrays.stack(losses);
    }

    private NDArray centre(NDManager scope, int map, Shape shape) {
        float[] values = new BeliefMapCodec(map, architecture.stride(), architecture.sigma()).centreMap();
        return scope.create(values, new Shape(1, 1, map, map)).broadcast(shape);
    }
}
