package pose.cpm;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.skeleton.Pose;

/**
 * A batch of people in, their poses in source pixels out. One thread at a time: a second caller waits.
 *
 * <p>Every array of a call is closed when the call returns; only the weights and one input buffer, which grows to the
 * largest batch seen, stay until {@link #close}.
 */
public final class PoseEstimator implements AutoCloseable {

    private final WeightsVersion weights;
    private final Architecture architecture;
    private final ConvolutionalPoseMachine network;
    private final BeliefMapCodec codec;
    private final float[] centreMap;
    private final NDManager manager;
    private final ParameterStore parameters;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    private PoseEstimator(WeightsVersion weights, ConvolutionalPoseMachine network, NDManager manager) {
        this.weights = weights;
        this.network = network;
        this.manager = manager;
        architecture = network.architecture();
        codec = BeliefMapCodec.of(architecture);
        centreMap = codec.centreMap();
        parameters = new ParameterStore(manager, false);
    }

    /** Loads a version onto the fastest engine present, on the CPU. */
    public static PoseEstimator load(WeightsVersion weights) throws BadWeightsException {
        return load(weights, EngineName.AUTO);
    }

    /**
     * Loads a version.
     *
     * @throws BadWeightsException where the weights do not fit the manifest's architecture, or give no numbers
     * @throws IllegalArgumentException where the engine is not on the class path
     */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine) throws BadWeightsException {
        Architecture architecture = weights.manifest().architecture().toArchitecture();
        NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.forInference());
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(weights.weights()))) {
            network.load(manager, in);
        } catch (IOException | MalformedModelException | RuntimeException e) {
            manager.close();
            throw new BadWeightsException(
                    weights + ": the weights do not fit the manifest's architecture: " + OneLine.of(e));
        }
        PoseEstimator estimator = new PoseEstimator(weights, network, manager);
        estimator.warmUp();
        return estimator;
    }

    /** The first pass through an engine takes many times longer than the rest; and it shows whether numbers come out. */
    private void warmUp() throws BadWeightsException {
        for (float belief : lastStage(inputFor(1), 1)) {
            if (!Float.isFinite(belief)) {
                close();
                throw new BadWeightsException(weights + ": the network answers a grey picture with " + belief);
            }
        }
    }

    public WeightsVersion weights() {
        return weights;
    }

    /**
     * Estimates people, each in its own picture and box.
     *
     * @return a pose each, in the batch's order; every part of the skeleton is there
     */
    public synchronized List<Pose> estimate(List<Subject> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        CropBatch crops = new CropBatch(architecture, batch);
        ByteBuffer pictures = inputFor(batch.size());
        crops.write(pictures.asFloatBuffer());
        return crops.decode(lastStage(pictures, batch.size()));
    }

    private float[] lastStage(ByteBuffer pictures, int batch) {
        Shape[] shapes = network.inputShapes(batch, architecture.inputSize());
        try (NDManager scope = manager.newSubManager()) {
            NDArray image = scope.create(pictures, shapes[0], DataType.FLOAT32);
            NDArray centre = scope.create(centreMap, new Shape(1, 1, codec.mapSize(), codec.mapSize()))
                    .broadcast(shapes[1]);
            NDList beliefs = network.forward(parameters, new NDList(image, centre), false);
            return beliefs.get(beliefs.size() - 1).toFloatArray();
        }
    }

    private ByteBuffer inputFor(int batch) {
        int bytes = Math.multiplyExact(CropBatch.values(architecture, batch), Float.BYTES);
        if (input.capacity() < bytes) {
            input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        return input.clear().limit(bytes);
    }

    @Override
    public synchronized void close() {
        manager.close();
    }
}
