package pose.trainer;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.CropBatch;
import pose.cpm.EngineName;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.cpm.Subject;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.skeleton.Pose;
import pose.trainer.crowd.CrowdInput;
import pose.trainer.crowd.judging.NetworkFinder;

/** The network while it learns: weights, their running mean, the optimiser and one step of it. Not for several threads. */
final class NetworkTrainer implements AutoCloseable {

    private final Architecture architecture;
    private final NDManager manager;
    private final ConvolutionalPoseMachine network;
    private final WeightAverage average;
    private final BatchArrays arrays;
    private final Optimiser optimiser;
    private final double clip;
    private Lesson lesson;
    private LearningStep step;

    private NetworkTrainer(Experiment experiment, Start start) throws IOException {
        architecture = experiment.architecture();
        String engineName = EngineName.named(experiment.engine()).forTraining();
        Engine.getEngine(engineName).setRandomSeed((int) experiment.seed());
        manager = NDManager.newBaseManager(Device.cpu(), engineName);
        network = new ConvolutionalPoseMachine(architecture, experiment.outputScale());
        average = new WeightAverage(architecture, experiment.averaging());
        optimiser = Optimiser.of(experiment.optimiser(), manager, experiment);
        clip = experiment.clip();
        arrays = new BatchArrays(architecture);
        start.set(network, optimiser, average, manager);
        // Weights that were read want no gradient yet.
        network.initialize(manager);
        lesson = experiment.course().last();
        step = new LearningStep(manager, arrays, network, optimiser, lesson, clip);
    }

    /** How weights and what the optimiser remembers get their first values. */
    @FunctionalInterface
    private interface Start {
        void set(ConvolutionalPoseMachine network, Optimiser optimiser, WeightAverage average, NDManager manager)
                throws IOException;
    }

    /** A network that knows nothing yet. */
    static NetworkTrainer begin(Experiment experiment) throws IOException {
        return new NetworkTrainer(experiment, (network, optimiser, average, manager) -> {
            network.initialize(manager);
            average.begin(network, manager);
        });
    }

    /** A network as {@link #save} wrote it. */
    static NetworkTrainer resume(Experiment experiment, DataInputStream in) throws IOException {
        return new NetworkTrainer(experiment, (network, optimiser, average, manager) -> {
            load(network, manager, in);
            optimiser.load(in);
            try {
                average.load(manager, in);
            } catch (MalformedModelException e) {
                throw new IOException(
                        "the checkpoint's averaged weights do not fit this network: " + e.getMessage(), e);
            }
        });
    }

    /** A new run that begins with the weights of another's checkpoint, and with nothing else of it. */
    static NetworkTrainer beginAt(Experiment experiment, DataInputStream in) throws IOException {
        return new NetworkTrainer(experiment, (network, optimiser, average, manager) -> {
            load(network, manager, in);
            average.begin(network, manager);
        });
    }

    private static void load(ConvolutionalPoseMachine network, NDManager manager, DataInputStream in)
            throws IOException {
        try {
            network.load(manager, in);
        } catch (MalformedModelException e) {
            throw new IOException("the checkpoint's weights do not fit this network: " + e.getMessage(), e);
        }
    }

    /** What is judged and published: the averaged weights. */
    ConvolutionalPoseMachine result() {
        return average.network();
    }

    /** The weights that learn. */
    ConvolutionalPoseMachine network() {
        return network;
    }

    String engine() {
        return manager.getEngine().getEngineName();
    }

    /**
     * Goes over to a lesson.
     *
     * @param isNew whether it begins here: then the optimiser forgets what it knew of the one before
     */
    void teach(Lesson next, boolean isNew) {
        lesson = next;
        step = new LearningStep(manager, arrays, network, optimiser, lesson, clip);
        if (isNew) {
            optimiser.forget();
        }
    }

    /**
     * One step of learning on a batch.
     *
     * @param number of the step in this lesson, from 1
     * @param observer sees the gradients before they are used
     * @return what the weights before the step made of the batch
     */
    StepResult step(Batch batch, int number, float learningRate, GradientObserver observer) {
        StepResult result = step.learn(batch, number, learningRate, observer);
        average.add(network, number);
        return result;
    }

    /** The poses of a batch of subjects by the lesson's last stage, without learning. */
    List<Pose> estimate(List<Subject> batch) {
        CropBatch crops = new CropBatch(architecture, batch);
        FloatBuffer pictures = FloatBuffer.allocate(CropBatch.values(architecture, batch.size()));
        crops.write(pictures);
        try (NDManager scope = manager.newSubManager()) {
            return crops.decode(last(scope, pictures.array(), batch.size()));
        }
    }

    /** Who is in each of these pictures by the lesson's last stage, however faint, without learning. */
    List<List<Sighting>> locate(List<Picture> batch) {
        CrowdInput input = CrowdInput.of(batch, architecture);
        try (NDManager scope = manager.newSubManager()) {
            return input.found(
                    last(scope, input.planes(), batch.size()), NetworkFinder.FAINT, NetworkFinder.MOST_PEOPLE);
        }
    }

    /** What the lesson's last stage, of the averaged weights, gives for these pictures. */
    private float[] last(NDManager scope, float[] pictures, int size) {
        NDList inputs = arrays.inputs(scope, pictures, size, architecture.input());
        ParameterStore weights = new ParameterStore(scope, false);
        ConvolutionalPoseMachine judged = result();
        NDList beliefs = judged.through(weights, judged.begin(inputs), lesson.to(), false)
                .beliefs();
        return beliefs.get(beliefs.size() - 1).toFloatArray();
    }

    NDManager manager() {
        return manager;
    }

    /** Whether every weight is a number. */
    boolean isFinite() {
        return network.getParameters().values().stream().allMatch(parameter -> {
            try (NDArray sum = parameter.getArray().sum()) {
                return Float.isFinite(sum.getFloat());
            }
        });
    }

    void save(DataOutputStream out) throws IOException {
        network.saveParameters(out);
        optimiser.save(out);
        average.save(out);
    }

    @Override
    public void close() {
        manager.close();
    }
}
