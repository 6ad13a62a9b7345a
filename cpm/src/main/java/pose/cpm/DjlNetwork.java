package pose.cpm;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;

/** The network as DJL blocks, on MXNet or PyTorch. */
final class DjlNetwork implements Network {

    private final ConvolutionalPoseMachine network;
    private final Architecture architecture;
    private final float[] centreMap;
    private final NDManager manager;
    private final ParameterStore parameters;
    private ByteBuffer input = ByteBuffer.allocateDirect(0);

    private DjlNetwork(ConvolutionalPoseMachine network, NDManager manager) {
        this.network = network;
        this.manager = manager;
        architecture = network.architecture();
        centreMap = BeliefMapCodec.centreMap(architecture);
        parameters = new ParameterStore(manager, false);
    }

    /**
     * Loads a version's weights.
     *
     * @param engine DJL's name of it
     * @throws BadWeightsException where they do not fit the manifest's architecture
     */
    static DjlNetwork load(WeightsVersion weights, String engine, ComputeDevice device) throws BadWeightsException {
        NDManager manager = NDManager.newBaseManager(device.toDjl(), engine);
        try {
            return new DjlNetwork(read(weights, manager), manager);
        } catch (BadWeightsException e) {
            manager.close();
            throw e;
        }
    }

    /** Runs a network where it is; it stays when this is closed. */
    static DjlNetwork over(ConvolutionalPoseMachine network) {
        NDManager owner = network.getParameters().valueAt(0).getArray().getManager();
        return new DjlNetwork(network, owner.newSubManager());
    }

    /**
     * Reads a version's weights.
     *
     * @param manager owns them
     * @throws BadWeightsException where they do not fit the manifest's architecture, or one is no number
     */
    static ConvolutionalPoseMachine read(WeightsVersion weights, NDManager manager) throws BadWeightsException {
        Architecture architecture = weights.manifest().architecture().toArchitecture();
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(weights.weights()))) {
            StoredWeights.check(weights.weights(), architecture);
            network.load(manager, in);
            // Also where it declares more of what is not an array than there is room for.
        } catch (IOException | MalformedModelException | RuntimeException | OutOfMemoryError e) {
            throw new BadWeightsException(
                    weights + ": the weights do not fit the manifest's architecture: " + OneLine.of(e));
        }
        for (Pair<String, Parameter> parameter : network.getParameters()) {
            refuseOdd(weights + ": " + parameter.getKey(), parameter.getValue().getArray());
        }
        return network;
    }

    /** A weight that is no number may go unseen in what comes out: MXNet's ReLU makes 0 of it. */
    private static void refuseOdd(String what, NDArray array) throws BadWeightsException {
        for (float value : array.toFloatArray()) {
            if (!Float.isFinite(value)) {
                throw new BadWeightsException(what + " holds " + value);
            }
        }
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public List<float[]> beliefs(FloatBuffer pictures, int people) {
        Shape[] shapes = network.inputShapes(people);
        try (NDManager scope = manager.newSubManager()) {
            NDList inputs = new NDList(scope.create(direct(pictures), shapes[0], DataType.FLOAT32));
            if (architecture.hasCentreMap()) {
                Shape one = new Shape(1, 1, architecture.mapSize(), architecture.mapSize());
                inputs.add(scope.create(centreMap, one).broadcast(shapes[1]));
            }
            NDList beliefs = network.forward(parameters, inputs, false);
            return beliefs.stream().map(NDArray::toFloatArray).toList();
        }
    }

    /** The pictures where an engine reads them without making a direct buffer of its own, which only GC would free. */
    private ByteBuffer direct(FloatBuffer pictures) {
        int bytes = Math.multiplyExact(pictures.remaining(), Float.BYTES);
        if (input.capacity() < bytes) {
            input = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        input.clear().limit(bytes);
        input.asFloatBuffer().put(pictures.duplicate());
        return input;
    }

    @Override
    public void close() {
        manager.close();
    }
}
