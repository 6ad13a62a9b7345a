package pose.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.cpm.EngineName;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;

/**
 * All that decides a training run. Read from YAML over {@code defaults.yaml}, which explains every key.
 *
 */
public record Experiment(
        String name,
        String preset,
        int stages,
        long seed,
        DataSettings data,
        List<Phase> phases,
        int batch,
        double learningRate,
        int warmUpSteps,
        double weightDecay,
        double peakWeight,
        double averaging,

        @JsonSerialize(using = ToStringSerializer.class) @Nullable
        Path start,

        Augmentation augmentation,
        String engine,
        int loaders,
        double checkpointMinutes,
        @JsonSerialize(using = ToStringSerializer.class) Path run,
        @JsonSerialize(using = ToStringSerializer.class) Path store) {

    private static final ObjectMapper YAML = new ObjectMapper(
                    new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

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
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "more than 0, at most 1");
        require(warmUpSteps >= 0, "warmUpSteps", warmUpSteps, "at least 0");
        require(weightDecay >= 0 && weightDecay <= 1, "weightDecay", weightDecay, "0 to 1");
        require(peakWeight >= 0, "peakWeight", peakWeight, "at least 0");
        require(averaging >= 0 && averaging < 1, "averaging", averaging, "0 to less than 1");
        require(loaders >= 1 && loaders <= 64, "loaders", loaders, "1 to 64");
        require(checkpointMinutes > 0, "checkpointMinutes", checkpointMinutes, "more than 0");
        EngineName.named(engine);
        for (Phase phase : phases) {
            Preset.named(preset).architecture(data.toSkeleton().size(), stages).withInputSize(phase.inputSize());
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
        try (InputStream in = Experiment.class.getResourceAsStream("defaults.yaml")) {
            ObjectNode defaults = (ObjectNode) YAML.readTree(in);
            if (!yaml.isBlank()) {
                overlay(defaults, YAML.readTree(yaml));
            }
            return YAML.treeToValue(defaults, Experiment.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(reason(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects are merged key by key; anything else, lists too, takes the place of the default. */
    private static void overlay(ObjectNode defaults, JsonNode own) {
        if (!own.isObject()) {
            throw new IllegalArgumentException("an experiment is keys and values, not " + own.getNodeType());
        }
        own.properties().forEach(entry -> {
            if (defaults.get(entry.getKey()) instanceof ObjectNode nested
                    && entry.getValue().isObject()) {
                overlay(nested, entry.getValue());
            } else {
                defaults.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static String reason(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException) {
            return String.valueOf(cause.getMessage());
        }
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append(path.isEmpty() ? "" : ".")
                        .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return "key '" + path + "': "
                + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }

    /** The network this trains, at the last phase's input size. */
    public Architecture architecture() {
        return architecture(phases.get(phases.size() - 1));
    }

    Architecture architecture(Phase phase) {
        return Preset.named(preset)
                .architecture(data.toSkeleton().size(), stages)
                .withInputSize(phase.inputSize());
    }

    /** Epochs in all phases. */
    public int epochs() {
        return phases.stream().mapToInt(Phase::epochs).sum();
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
        try {
            return YAML.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an experiment of plain values must be writable as YAML", e);
        }
    }
}
