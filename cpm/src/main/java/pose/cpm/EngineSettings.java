package pose.cpm;

/** What DJL's engines are told before the first of them starts. A property that is set already stays. */
final class EngineSettings {

    /** OpenMP's own variable, which MXNet and PyTorch follow by themselves: how many threads share one operator. */
    private static final String THREADS = "OMP_NUM_THREADS";

    private EngineSettings() {}

    static void apply() {
        // Nothing is ever fetched at run time: what is not on the class path is not there.
        set("ai.djl.offline", "true");
        // Else ONNX Runtime starts a second engine beside itself, for array operations that nothing here asks of it.
        set("ai.djl.onnx.disable_alternative", "true");
        // Each model has threads of its own, see OnnxNetwork; DJL would start as many again that nobody uses.
        set("ai.djl.onnxruntime.num_threads", "1");
        set("ai.djl.onnxruntime.num_interop_threads", "1");
    }

    /** How many threads share one operator: for engines that do not ask OpenMP. */
    static int threads() {
        return threads(System.getenv(THREADS));
    }

    /** As many as the variable says, where it says so; else one a processor that this process may use. */
    static int threads(@org.jspecify.annotations.Nullable String wanted) {
        if (wanted != null && wanted.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(wanted);
        }
        return Runtime.getRuntime().availableProcessors();
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
