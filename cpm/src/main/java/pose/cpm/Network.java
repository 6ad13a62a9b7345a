package pose.cpm;

import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;

/**
 * A convolutional pose machine with its weights on the engine that runs it. Not for several threads at a time.
 *
 * <p>Every native array of a call is gone when the call returns.
 */
public interface Network extends AutoCloseable {

    /** What the network is; its input says how large the pictures must be. */
    Architecture architecture();

    /**
     * Runs the network on pictures as {@link Crop#write} prepares them; the centre map, where there is one, is made inside.
     *
     * @param pictures N×3×H×W values from the buffer's position to its limit, best direct and in native order
     * @param people N, at least 1
     * @return the belief maps of every stage in order, the last stage last: N×{@link Architecture#outputValues} values each
     */
    List<float[]> beliefs(FloatBuffer pictures, int people);

    @Override
    void close();

    /** Runs a network that is in memory already, e.g. at the end of its training; closing this leaves it as it is. */
    static Network over(ConvolutionalPoseMachine network) {
        return DjlNetwork.over(network);
    }

    /** Loads a version onto an engine, on the CPU, see {@link #load(WeightsVersion, EngineName, ComputeDevice)}. */
    static Network load(WeightsVersion weights, EngineName engine) throws BadWeightsException {
        return load(weights, engine, ComputeDevice.CPU);
    }

    /**
     * Loads a version onto an engine and device and runs it once: the first pass through an engine takes many times
     * longer than the rest, and it shows whether numbers come out.
     *
     * @throws BadWeightsException where the weights do not fit the manifest's architecture, or give no numbers
     * @throws IllegalArgumentException where the engine is not on the class path, or has no such device
     */
    static Network load(WeightsVersion weights, EngineName engine, ComputeDevice device) throws BadWeightsException {
        EngineName chosen = ComputeDevice.engineFor(engine, List.of(device));
        Network network = chosen == EngineName.ONNXRUNTIME
                ? OnnxNetwork.load(weights, device)
                : DjlNetwork.load(weights, chosen.forInference(), device);
        try {
            tryOut(weights, network);
        } catch (BadWeightsException | RuntimeException | Error e) {
            network.close();
            throw e;
        }
        return network;
    }

    /** One grey picture through the network. */
    private static void tryOut(WeightsVersion weights, Network network) throws BadWeightsException {
        Architecture architecture = network.architecture();
        List<float[]> beliefs = network.beliefs(FloatBuffer.allocate(CropBatch.values(architecture, 1)), 1);
        if (beliefs.size() != architecture.stages()) {
            throw new BadWeightsException(weights + ": the network has " + beliefs.size()
                    + " stages; the manifest's architecture has " + architecture.stages());
        }
        int expected = architecture.outputValues();
        for (float[] stage : beliefs) {
            if (stage.length != expected) {
                throw new BadWeightsException(weights + ": the network answers with " + stage.length
                        + " beliefs a stage; the manifest's architecture has " + expected);
            }
            for (float belief : stage) {
                if (!Float.isFinite(belief)) {
                    throw new BadWeightsException(weights + ": the network answers a grey picture with " + belief);
                }
            }
        }
    }
}
