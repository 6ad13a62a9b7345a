package pose.cpm;

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
     * Makes one, on the CPU, of seeded random numbers.
     *
     * @param side rows and columns of both, at least 1
     * @throws IllegalArgumentException where the engine is not on the class path
     */
    static MatrixProduct on(EngineName engine, int side) {
        EngineName chosen = engine.presentForInference();
        return chosen == EngineName.ONNXRUNTIME ? OnnxProduct.make(side) : DjlProduct.make(chosen, side);
    }
}
