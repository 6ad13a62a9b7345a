package pose.trainer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.cpm.EngineName;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.store.WeightsStore;

/**
 * All that decides a training run. Read from YAML over {@code defaults.yaml}, which explains every key.
 */
public record Experiment(
        String name,
        String preset,
        @JsonProperty("architecture") NetworkShape shape,
        int stages,
        long seed,
        DataSettings data,
        List<Phase> phases,
        Scheme scheme,
        List<Integer> lessonEpochs,
        int batch,
        OptimiserName optimiser,
        double momentum,
        double weightDecay,
        double clip,
        double learningRate,
        int warmUpSteps,
        Schedule schedule,
        int dropEpochs,
        double dropFactor,
        double peakWeight,
        int flatSteps,
        double averaging,
        double outputScale,

        @JsonSerialize(using = ToStringSerializer.class) @Nullable
        Path start,

        Augmentation augmentation,
        String engine,
        int loaders,
        double checkpointMinutes,
        @JsonSerialize(using = ToStringSerializer.class) Path run,
        String store) {

    /** Epochs at one input size. */
    public record Phase(int epochs, int inputSize) {

        public Phase {
            require(epochs >= 1, "phases.epochs", epochs, "at least 1");
        }
    }

    public Experiment {
        require(name.matches("[a-z0-9][a-z0-9._-]*"), "name", name, "lower-case letters, digits, '.', '_', '-'");
        require(stages >= 1 && stages <= 20, "stages", stages, "1 to 20");
        phases = List.copyOf(phases);
        require(!phases.isEmpty(), "phases", "empty", "at least one");
        require(batch >= 1 && batch <= 1024, "batch", batch, "1 to 1024");
        require(momentum >= 0 && momentum < 1, "momentum", momentum, "0 to less than 1");
        require(weightDecay >= 0 && weightDecay <= 1, "weightDecay", weightDecay, "0 to 1");
        require(clip >= 0, "clip", clip, "more than 0, or 0 for no clipping");
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "more than 0, at most 1");
        require(warmUpSteps >= 0, "warmUpSteps", warmUpSteps, "at least 0");
        require(dropEpochs >= 1, "dropEpochs", dropEpochs, "at least 1");
        require(dropFactor > 0 && dropFactor <= 1, "dropFactor", dropFactor, "more than 0, at most 1");
        require(peakWeight >= 0, "peakWeight", peakWeight, "at least 0");
        require(flatSteps >= 0, "flatSteps", flatSteps, "at least 1, or 0 for any number");
        require(outputScale > 0 && outputScale <= 10, "outputScale", outputScale, "more than 0, at most 10");
        require(averaging >= 0 && averaging < 1, "averaging", averaging, "0 to less than 1");
        require(loaders >= 1 && loaders <= 64, "loaders", loaders, "1 to 64");
        require(checkpointMinutes > 0, "checkpointMinutes", checkpointMinutes, "more than 0");
        EngineName.trainerNamed(engine);
        requireStore(store);
        lessonEpochs = List.copyOf(lessonEpochs);
        Course.of(scheme, stages, lessonEpochs, epochs(phases));
        for (Phase phase : phases) {
            shape.over(Preset.named(preset), data.toSkeleton().size(), stages, phase.inputSize());
        }
    }

    private static void requireStore(String store) {
        try {
            WeightsStore.at(store).close();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("store is " + e.getMessage(), e);
        }
    }

    private static void require(boolean good, String key, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + allowed);
        }
    }

    /**
     * Reads an experiment.
     *
     * @throws IllegalArgumentException naming the file and the key that is unknown or out of range
     */
    public static Experiment read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": no such experiment file");
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads an experiment from YAML text over the defaults. */
    public static Experiment parse(String yaml) {
        return ExperimentYaml.parse(yaml);
    }

    /** The network this trains, at the last phase's input size. */
    public Architecture architecture() {
        return architecture(phases.get(phases.size() - 1));
    }

    Architecture architecture(Phase phase) {
        return shape.over(Preset.named(preset), data.toSkeleton().size(), stages, phase.inputSize());
    }

    /** Epochs in all phases. */
    public int epochs() {
        return epochs(phases);
    }

    private static int epochs(List<Phase> phases) {
        return phases.stream().mapToInt(Phase::epochs).sum();
    }

    /** What is learnt when. */
    Course course() {
        return Course.of(scheme, stages, lessonEpochs, epochs());
    }

    /** The phase of an epoch, counted from 0. */
    Phase phase(int epoch) {
        int left = epoch;
        for (Phase phase : phases) {
            if (left < phase.epochs()) {
                return phase;
            }
            left -= phase.epochs();
        }
        return phases.get(phases.size() - 1);
    }

    /** This experiment as YAML, every key resolved. */
    public String toYaml() {
        return ExperimentYaml.write(this);
    }
}
