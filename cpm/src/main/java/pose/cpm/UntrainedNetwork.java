package pose.cpm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.TreeMap;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;
import pose.cpm.onnx.OnnxExport;

/** A network of seeded random weights: it sees nothing, but takes as long as one that was trained. */
public final class UntrainedNetwork {

    private UntrainedNetwork() {}

    /**
     * Makes one on an engine and device.
     *
     * @throws IllegalArgumentException where the engine is not on the class path, or has no such device
     */
    public static Network make(Architecture architecture, int seed, EngineName engine, ComputeDevice device) {
        EngineName chosen = ComputeDevice.engineFor(engine, List.of(device));
        if (chosen == EngineName.ONNXRUNTIME) {
            return onnx(architecture, seed, device);
        }
        NDManager owner = NDManager.newBaseManager(device.toDjl(), chosen.forInference());
        return new Owned(DjlNetwork.over(random(architecture, seed, chosen, owner)), owner);
    }

    private static Network onnx(Architecture architecture, int seed, ComputeDevice device) {
        byte[] model;
        // ONNX Runtime makes no weights: the engine that is always there does.
        EngineName maker = EngineName.MXNET;
        try (NDManager owner = NDManager.newBaseManager(Device.cpu(), maker.forInference())) {
            ConvolutionalPoseMachine network = random(architecture, seed, maker, owner);
            float[] centreMap = BeliefMapCodec.centreMap(architecture);
            model = OnnxExport.write(network, centreMap, "Random weights.", new TreeMap<>());
        }
        try {
            return OnnxNetwork.open(architecture.folded(), model, device);
        } catch (OrtException e) {
            throw new IllegalStateException("a network as ONNX must load: " + OneLine.of(e), e);
        }
    }

    private static ConvolutionalPoseMachine random(
            Architecture architecture, int seed, EngineName engine, NDManager owner) {
        Engine.getEngine(engine.forInference()).setRandomSeed(seed);
        // There is no batch normalisation in what runs: its folded form is started at random as it is.
        ConvolutionalPoseMachine network = new ConvolutionalPoseMachine(architecture.folded());
        network.initialize(owner);
        return network;
    }

    /** A network whose weights go with it. */
    private record Owned(Network network, NDManager owner) implements Network {

        @Override
        public Architecture architecture() {
            return network.architecture();
        }

        @Override
        public List<float[]> beliefs(FloatBuffer pictures, int people) {
            return network.beliefs(pictures, people);
        }

        @Override
        public void close() {
            network.close();
            owner.close();
        }
    }
}
