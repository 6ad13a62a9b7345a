package pose.trainer.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pose.trainer.Experiment;

/** A variant and a seed as an experiment that {@link pose.trainer.Training} runs. */
final class MachineExperiments {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Share of the steps in which the learning rate rises: a study's runs are too short for the default. */
    private static final int WARM_UP_SHARE = 20;

    private MachineExperiments() {}

    /**
     * The experiment.
     *
     * @param keys over the setting's
     * @param steps in all
     * @param run folder of its checkpoints
     */
    static Experiment of(
            Setting setting, String skeleton, int stages, Map<String, Object> keys, long steps, long seed, Path run) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("name", "study");
        yaml.put("preset", setting.preset());
        yaml.put("stages", stages);
        yaml.put("seed", seed);
        yaml.put("engine", setting.engine());
        yaml.put(
                "data",
                Map.of(
                        "training", List.of(setting.training()),
                        "validation", setting.validation(),
                        "skeleton", skeleton));
        yaml.put("phases", List.of(Map.of("epochs", setting.epochs(), "inputSize", setting.input())));
        yaml.put("batch", setting.batch());
        yaml.put("learningRate", setting.learningRate());
        yaml.put("warmUpSteps", Math.min(200, steps / WARM_UP_SHARE));
        // A mean over hundreds of steps would judge a short run by its beginning.
        yaml.put("averaging", 0);
        // What learns nothing is a result here.
        yaml.put("flatSteps", 0);
        yaml.put("run", run.toString());
        yaml.putAll(keys);
        try {
            return Experiment.parse(JSON.writeValueAsString(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values must be writable as JSON", e);
        }
    }
}
