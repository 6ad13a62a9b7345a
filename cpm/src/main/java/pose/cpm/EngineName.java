package pose.cpm;

import ai.djl.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The engine that runs the network. All run the same blocks and weights. */
public enum EngineName {
    /** The fastest present for the work at hand. */
    AUTO("auto"),
    /** Apache MXNet, the reference; always present. */
    MXNET("MXNet"),
    /** PyTorch, where its jars are on the class path (Maven profile {@code pytorch}). */
    PYTORCH("PyTorch");

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
        for (EngineName engine : values()) {
            if (engine.name().equalsIgnoreCase(name)) {
                return engine;
            }
        }
        throw new IllegalArgumentException("engine '" + name + "' is unknown; allowed: "
                + Arrays.stream(values())
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * DJL's name of the engine to infer with: MXNet for {@link #AUTO}.
     *
     * @throws IllegalArgumentException where that engine is not on the class path
     */
    public String forInference() {
        return present(this == AUTO ? List.of(MXNET, PYTORCH) : List.of(this));
    }

    /**
     * DJL's name of the engine to train with: PyTorch for {@link #AUTO} where present, since it is the faster trainer,
     * else MXNet.
     *
     * @throws IllegalArgumentException where that engine is not on the class path
     */
    public String forTraining() {
        return present(this == AUTO ? List.of(PYTORCH, MXNET) : List.of(this));
    }

    private static String present(List<EngineName> wanted) {
        // Nothing is ever fetched at run time: what is not on the class path is not there.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        for (EngineName engine : wanted) {
            if (Engine.hasEngine(engine.djlName)) {
                return engine.djlName;
            }
        }
        throw new IllegalArgumentException("engine " + wanted.get(0).name().toLowerCase(Locale.ROOT)
                + " is not on the class path; present: " + Engine.getAllEngines());
    }
}
