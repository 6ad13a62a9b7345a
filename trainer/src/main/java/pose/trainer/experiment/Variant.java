package pose.trainer.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import pose.trainer.experiment.baseline.RegressionArchitecture;

/** One of the things a study compares. */
public sealed interface Variant {

    /** What tables and plots call it. */
    String name();

    /** All that sets it apart from the study's other variants. */
    Map<String, String> conditions();

    /**
     * A convolutional pose machine.
     *
     * @param stages T
     * @param keys of its experiment, over the study's setting, see {@code defaults.yaml}
     * @param observed whether its gradients are looked at
     */
    record Machine(String name, int stages, Map<String, Object> keys, boolean observed) implements Variant {

        public Machine {
            keys = new TreeMap<>(keys);
        }

        @Override
        public Map<String, String> conditions() {
            Map<String, String> conditions = new LinkedHashMap<>();
            conditions.put("stages", String.valueOf(stages));
            keys.forEach((key, value) -> conditions.put(key, String.valueOf(value)));
            return conditions;
        }
    }

    /**
     * A network that puts out coordinates.
     *
     * @param learningRate highest, as {@link Setting#learningRate} is that of pose machines
     */
    record Regression(String name, RegressionArchitecture architecture, double learningRate) implements Variant {

        @Override
        public Map<String, String> conditions() {
            return Map.of("architecture", architecture.toString(), "learningRate", String.valueOf(learningRate));
        }
    }

    /** The training set's mean pose: looks at nothing and learns nothing but it. */
    record Mean(String name) implements Variant {

        @Override
        public Map<String, String> conditions() {
            return Map.of();
        }
    }
}
