package pose.cpm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;

/** The network as an ONNX model on ONNX Runtime. */
final class OnnxNetwork implements Network {

    private final Architecture architecture;
    private final NDManager manager;
    private final OrtSymbolBlock model;
    private final ParameterStore none;

    private OnnxNetwork(Architecture architecture, OrtNDManager manager, OrtSession session) {
        this.architecture = architecture;
        this.manager = manager;
        model = new OrtSymbolBlock(session, manager);
        none = new ParameterStore(manager, false);
    }

    /** Loads a version's ONNX model, or makes one of its weights where it has none. */
    static OnnxNetwork load(WeightsVersion weights, ComputeDevice device) throws BadWeightsException {
        byte[] model = OnnxWeights.of(weights);
        try {
            return open(weights.manifest().architecture().toArchitecture(), model, device);
        } catch (OrtException e) {
            throw new BadWeightsException(weights + ": " + WeightsVersion.ONNX + " does not load: " + OneLine.of(e));
        }
    }

    /** Opens a model on the CPU, see {@link #open(Architecture, byte[], ComputeDevice)}. */
    static OnnxNetwork open(Architecture architecture, byte[] model) throws OrtException {
        return open(architecture, model, ComputeDevice.CPU);
    }

    /**
     * Opens a model as {@link pose.cpm.onnx.OnnxExport} writes it.
     *
     * @throws OrtException where it is none
     */
    static OnnxNetwork open(Architecture architecture, byte[] model, ComputeDevice device) throws OrtException {
        OrtEnvironment environment = OnnxRuntimeLibrary.environment();
        OrtNDManager manager =
                (OrtNDManager) NDManager.newBaseManager(device.toDjl(), EngineName.ONNXRUNTIME.forInference());
        try (OrtSession.SessionOptions options = options(device)) {
            // Not through DJL's Model, which makes a temporary folder for every model that it reads from memory.
            OrtSession session = environment.createSession(model, options);
            return new OnnxNetwork(architecture, manager, session);
        } catch (OrtException e) {
            manager.close();
            throw e;
        }
    }

    /** How any model of ours runs on a device. */
    static OrtSession.SessionOptions options(ComputeDevice device) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(EngineSettings.threads());
        // Threads that wait in a busy loop would take the processor from Kafka's, which share it.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        if (device.gpu().isPresent()) {
            options.addCUDA(device.gpu().getAsInt());
        }
        return options;
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public List<float[]> beliefs(FloatBuffer pictures, int people) {
        Size size = architecture.input();
        Shape shape = new Shape(people, 3, size.height(), size.width());
        try (NDManager scope = manager.newSubManager()) {
            NDArray picture = scope.create(pictures, shape);
            NDList beliefs = model.forward(none, new NDList(picture), false);
            return beliefs.stream().map(NDArray::toFloatArray).toList();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
