package pose.cpm;

import ai.djl.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The engine that runs the network: the same function and weights on each. */
public enum EngineName {
    /** The fastest present for the work at hand. */
    AUTO("auto"),
    /** ONNX Runtime: the fastest on the CPU; infers only. */
    ONNXRUNTIME("OnnxRuntime"),
    /** Apache MXNet, the reference; always present. */
    MXNET("MXNet"),
    /** PyTorch, where its jars are on the class path (Maven profile {@code pytorch}). */
    PYTORCH("PyTorch");

    private static final List<EngineName> FASTEST_FIRST = List.of(ONNXRUNTIME, MXNET, PYTORCH);

    private final String djlName;

    EngineName(String djlName) {
        this.djlName = djlName;
    }

    /**
     * The engine with this name, in any case.
     *
     * @throws IllegalArgumentException naming the engines there are
     */
    public static EngineName named(String name) {
        return named(name, "is unknown", List.of(values()));
    }

    /**
     * The engine with this name, in any case, of those that train.
     *
     * @throws IllegalArgumentException naming the engines that do
     */
    public static EngineName trainerNamed(String name) {
        boolean infers = ONNXRUNTIME.name().equalsIgnoreCase(name);
        return named(name, infers ? "does not train" : "is unknown", List.of(AUTO, MXNET, PYTORCH));
    }

    private static EngineName named(String name, String otherwise, List<EngineName> allowed) {
        return allowed.stream()
                .filter(engine -> engine.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "engine '" + name + "' " + otherwise + "; allowed: " + words(allowed)));
    }

    /**
     * DJL's name of the engine to infer with: ONNX Runtime for {@link #AUTO}.
     *
     * @throws IllegalArgumentException where that engine is not on the class path
     */
    public String forInference() {
        return presentForInference().djlName;
    }

    /** Whether this engine is on the class path; {@link #AUTO} is where any is. */
    public boolean isPresent() {
        EngineSettings.apply();
        return this == AUTO || Engine.hasEngine(djlName);
    }

    /** The engine to infer with itself, see {@link #forInference}. */
    public EngineName presentForInference() {
        return present(this == AUTO ? FASTEST_FIRST : List.of(this));
    }

    /** Those that can infer here, the fastest first. */
    static List<EngineName> presentOnes() {
        return FASTEST_FIRST.stream().filter(EngineName::isPresent).toList();
    }

    /**
     * DJL's name of the engine to train with: PyTorch for {@link #AUTO} where present, since it is the faster trainer,
     * else MXNet.
     *
     * @throws IllegalArgumentException where that engine is not on the class path
     */
    public String forTraining() {
        return present(this == AUTO ? List.of(PYTORCH, MXNET) : List.of(this)).djlName;
    }

    private static EngineName present(List<EngineName> wanted) {
        EngineSettings.apply();
        for (EngineName engine : wanted) {
            if (Engine.hasEngine(engine.djlName)) {
                return engine;
            }
        }
        List<EngineName> present =
                Arrays.stream(values()).filter(e -> Engine.hasEngine(e.djlName)).toList();
        throw new IllegalArgumentException("engine " + words(wanted) + " is not on the class path"
                + (wanted.contains(PYTORCH) ? " (Maven profile pytorch brings it)" : "") + "; present: "
                + words(present));
    }

    private static String words(List<EngineName> engines) {
        return engines.stream().map(e -> e.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
