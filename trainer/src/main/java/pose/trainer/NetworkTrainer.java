package pose.trainer;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.BeliefMapCodec;
import pose.cpm.CropBatch;
import pose.cpm.EngineName;
import pose.cpm.Subject;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.skeleton.Pose;

/** The network while it learns: weights, optimiser and one step of it. Not for several threads. */
final class NetworkTrainer implements AutoCloseable {

    private final Architecture architecture;
    private final ConvolutionalPoseMachine network;
    private final Model model;
    private final Trainer trainer;
    private final Adam adam;
    private final WeightAverage average;

    private NetworkTrainer(Experiment experiment, Start start) throws IOException {
        architecture = experiment.architecture();
        String engineName = EngineName.named(experiment.engine()).forTraining();
        Engine.getEngine(engineName).setRandomSeed((int) experiment.seed());
        network = new ConvolutionalPoseMachine(architecture);
        model = Model.newInstance(architecture.name(), Device.cpu(), engineName);
        model.setBlock(network);
        adam = new Adam(model.getNDManager(), network.getParameters(), (float) experiment.weightDecay());
        average = new WeightAverage(architecture, experiment.averaging());
        start.set(network, adam, average, model.getNDManager());
        trainer = model.newTrainer(
                new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(adam).optDevices(new Device[] {Device.cpu()}));
        trainer.initialize(network.inputShapes(1, architecture.inputSize()));
    }

    /** How weights and moments get their first values, before a trainer holds on to their arrays. */
    @FunctionalInterface
    private interface Start {
        void set(ConvolutionalPoseMachine network, Adam adam, WeightAverage average, NDManager manager)
                throws IOException;
    }

    /** A network that knows nothing yet. */
    static NetworkTrainer begin(Experiment experiment) throws IOException {
        return new NetworkTrainer(experiment, (network, adam, average, manager) -> {
            network.initialize(manager);
            average.begin(network, manager);
        });
    }

    /** A network as {@link #save} wrote it. */
    static NetworkTrainer resume(Experiment experiment, DataInputStream in) throws IOException {
        return new NetworkTrainer(experiment, (network, adam, average, manager) -> {
            load(network, manager, in);
            adam.load(in);
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
        return new NetworkTrainer(experiment, (network, adam, average, manager) -> {
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

    String engine() {
        return model.getNDManager().getEngine().getEngineName();
    }

    /**
     * One step of learning on a batch: the squared distance between belief maps and ideal maps, summed over all stages
     * (equation 6 of the paper), a picture.
     *
     * @param number of the step, from 1
     * @return each stage's share of the loss before the step
     */
    float[] step(Batch batch, int number, float learningRate) {
        adam.begin(number, learningRate);
        float[] losses = new float[architecture.stages()];
        try (NDManager scope = trainer.getManager().newSubManager()) {
            int map = batch.inputSize() / architecture.stride();
            Shape[] shapes = network.inputShapes(batch.size(), batch.inputSize());
            Shape maps = new Shape(batch.size(), architecture.maps(), map, map);
            NDArray pictures = scope.create(batch.pictures(), shapes[0]);
            NDArray ideal = scope.create(batch.ideal(), maps);
            NDArray weight = scope.create(batch.weight(), maps);
            NDArray centre = centre(scope, map, shapes[1]);
            NDList stageLosses = new NDList();
            try (GradientCollector collector = trainer.newGradientCollector()) {
                // PyTorch adds to the gradients there are; MXNet writes over them.
                collector.zeroGradients();
                NDList beliefs = trainer.forward(new NDList(pictures, centre));
                NDArray total = null;
                for (NDArray belief : beliefs) {
                    NDArray difference = belief.sub(ideal);
                    NDArray loss = difference.mul(difference).mul(weight).sum().div(batch.size());
                    stageLosses.add(loss);
                    total = total == null ? loss : total.add(loss);
                }
                collector.backward(java.util.Objects.requireNonNull(total));
            }
            trainer.step();
            average.add(network, number);
            for (int t = 0; t < losses.length; t++) {
                losses[t] = stageLosses.get(t).getFloat();
            }
        }
        return losses;
    }

    /** The poses of a batch of subjects by the last stage, without learning. */
    List<Pose> estimate(List<Subject> batch) {
        CropBatch crops = new CropBatch(architecture, batch);
        FloatBuffer pictures = FloatBuffer.allocate(CropBatch.values(architecture, batch.size()));
        crops.write(pictures);
        try (NDManager scope = trainer.getManager().newSubManager()) {
            Shape[] shapes = network.inputShapes(batch.size(), architecture.inputSize());
            NDArray image = scope.create(pictures.array(), shapes[0]);
            NDArray centre = centre(scope, architecture.mapSize(), shapes[1]);
            NDList beliefs = result().forward(new ParameterStore(scope, false), new NDList(image, centre), false);
            return crops.decode(beliefs.get(beliefs.size() - 1).toFloatArray());
        }
    }

    private NDArray centre(NDManager scope, int map, Shape shape) {
        float[] values = new BeliefMapCodec(map, architecture.stride(), architecture.sigma()).centreMap();
        return scope.create(values, new Shape(1, 1, map, map)).broadcast(shape);
    }

    NDManager manager() {
        return model.getNDManager();
    }

    void save(DataOutputStream out) throws IOException {
        network.saveParameters(out);
        adam.save(out);
        average.save(out);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
