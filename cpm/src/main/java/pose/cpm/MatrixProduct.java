package pose.cpm;

import java.util.List;

/**
 * A product of two square matrices of single precision on an engine, ready to be run again and again (BLAS calls it
 * sgemm). An engine's convolutions come down to it, so its rate is what they could reach at most.
 */
public interface MatrixProduct extends AutoCloseable {

    /** Multiplies once; done when this returns. */
    void run();

    /** Floating-point operations of one {@link #run}: a multiplication and an addition for each of side³ terms. */
    long operations();

    @Override
    void close();

    /** How many threads share a product, as they share a network's operators. */
    static int threads() {
        return EngineSettings.threads();
    }

    /**
     * Makes one of random numbers. On a GPU, ONNX Runtime's takes the way to and from the device with it.
     *
     * @param side rows and columns of both, at least 1
     * @throws IllegalArgumentException where the engine is not on the class path, or has no such device
     */
    static MatrixProduct on(EngineName engine, ComputeDevice device, int side) {
        EngineName chosen = ComputeDevice.engineFor(engine, List.of(device));
        return chosen == EngineName.ONNXRUNTIME
                ? OnnxProduct.make(side, device)
                : DjlProduct.make(chosen, side, device);
    }
}
