package pose.trainer.experiment.baseline;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pose.cpm.Crop;
import pose.cpm.Subject;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Pose;
import pose.trainer.Adam;
import pose.trainer.GradientObserver;
import pose.trainer.ParameterUpdate;

/** A regression network while it learns. Not for several threads. */
final class RegressionTrainer implements AutoCloseable {

    private final RegressionArchitecture architecture;
    private final RegressionNetwork network;
    private final NDManager manager;
    private final ParameterUpdate update;

    /** @param engine DJL's name of it */
    RegressionTrainer(RegressionArchitecture architecture, String engine, long seed, float weightDecay) {
        this.architecture = architecture;
        Engine.getEngine(engine).setRandomSeed((int) seed);
        manager = NDManager.newBaseManager(Device.cpu(), engine);
        network = new RegressionNetwork(architecture);
        network.initialize(manager, DataType.FLOAT32, input(1));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        network.getParameters().forEach(p -> parameters.put(p.getKey(), p.getValue()));
        update = new ParameterUpdate(parameters, new Adam(manager, weightDecay), 0);
    }

    private Shape input(int batch) {
        return new Shape(batch, 3, architecture.inputSize(), architecture.inputSize());
    }

    /**
     * One step: the squared distance between put out and labelled coordinates, summed over the labelled parts, a picture.
     *
     * @param number of the step, from 1
     * @return the loss before the step
     */
    float step(CoordinateBatch batch, int number, float learningRate) {
        try (NDManager scope = manager.newSubManager()) {
            Shape outputs = new Shape(batch.size(), architecture.outputs());
            NDArray pictures = scope.create(batch.pictures(), input(batch.size()));
            NDArray wanted = scope.create(batch.coordinates(), outputs);
            NDArray labelled = scope.create(batch.labelled(), outputs);
            NDArray loss;
            try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
                NDArray found = network.forward(new ParameterStore(scope, false), new NDList(pictures), true)
                        .singletonOrThrow();
                NDArray difference = found.sub(wanted).mul(labelled);
                loss = difference.mul(difference).sum().div(batch.size());
                collector.backward(loss);
            }
            update.apply(scope, number, learningRate, GradientObserver.NONE);
            return loss.getFloat();
        }
    }

    /** Where the network sees the parts of these subjects. */
    List<Pose> estimate(List<Subject> subjects) {
        List<Crop> crops = crops(subjects);
        try (NDManager scope = manager.newSubManager()) {
            NDArray pictures = scope.create(planes(subjects, crops), input(subjects.size()));
            float[] found = network.forward(new ParameterStore(scope, false), new NDList(pictures), false)
                    .singletonOrThrow()
                    .toFloatArray();
            List<Pose> poses = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                poses.add(pose(subjects.get(i), crops.get(i), found, i * architecture.outputs()));
            }
            return poses;
        }
    }

    private Pose pose(Subject subject, Crop crop, float[] found, int offset) {
        List<Keypoint> keypoints = new ArrayList<>(architecture.parts());
        for (int p = 0; p < architecture.parts(); p++) {
            Point source = crop.toSource(new Point(
                    CoordinateBatch.toPixel(found[offset + 2 * p], architecture.inputSize()),
                    CoordinateBatch.toPixel(found[offset + 2 * p + 1], architecture.inputSize())));
            // Coordinates come without a belief.
            keypoints.add(new Keypoint(source.x(), source.y(), 1));
        }
        return new Pose(subject.box(), 1, keypoints);
    }

    private List<Crop> crops(List<Subject> subjects) {
        return subjects.stream()
                .map(s -> Crop.of(s.box(), architecture.inputSize()))
                .toList();
    }

    private float[] planes(List<Subject> subjects, List<Crop> crops) {
        FloatBuffer planes = FloatBuffer.allocate(
                Math.multiplyExact(subjects.size(), 3 * architecture.inputSize() * architecture.inputSize()));
        for (int i = 0; i < subjects.size(); i++) {
            crops.get(i).write(subjects.get(i).picture(), planes);
        }
        return planes.array();
    }

    /** Every layer's weights, input to output. */
    Map<String, float[]> weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        network.eachWeight((name, weight) -> weights.put(name, weight.toFloatArray()));
        return weights;
    }

    /** Share of zeros behind each ReLU for these subjects, 0 to 1. */
    Map<String, Double> zeroActivations(List<Subject> subjects) {
        Map<String, Double> shares = new LinkedHashMap<>();
        try (NDManager scope = manager.newSubManager()) {
            NDArray pictures = scope.create(planes(subjects, crops(subjects)), input(subjects.size()));
            network.forward(
                    new ParameterStore(scope, false),
                    new NDList(pictures),
                    false,
                    (name, activation) -> shares.put(name, zeros(activation.toFloatArray())));
        }
        return shares;
    }

    private static double zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / values.length;
    }

    @Override
    public void close() {
        manager.close();
    }
}
