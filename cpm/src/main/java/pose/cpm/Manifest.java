package pose.cpm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;
import pose.cpm.network.Task;

/**
 * What a weights version says of itself: {@code manifest.json}.
 *
 * @param name model, e.g. {@code lite}
 * @param version within the model, e.g. {@code 2026-11-21.1}
 * @param created when, UTC, ISO 8601
 * @param architecture the network the weights fit
 * @param skeleton the parts, in the belief maps' order
 * @param files every other file of the version by name
 * @param training what it was trained on and how: data sets, seed, images seen, settings
 * @param metrics what was measured, in per cent, e.g. {@code pck@0.2}
 * @param parent version it continues, where it does
 * @param gitCommit of the trainer, where known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String name,
        String version,
        String created,
        ArchitectureWords architecture,
        String skeleton,
        Map<String, FileSum> files,
        Map<String, Object> training,
        Map<String, Object> metrics,
        @Nullable String parent,
        @Nullable String gitCommit) {

    /** Bytes that a manifest may have. */
    public static final long LONGEST = 1 << 20;

    public Manifest {
        training = ManifestCheck.isMissing(training) ? Map.of() : training;
        metrics = ManifestCheck.isMissing(metrics) ? Map.of() : metrics;
    }

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A file's SHA-256, in hexadecimal, and length in bytes. */
    public record FileSum(String sha256, long bytes) {}

    /**
     * An {@link Architecture} as JSON: its layers are words, see {@link pose.cpm.network.Layer}. One that estimates poses has neither
     * {@code task} nor {@code inputHeight}.
     *
     * @param inputSize the input's width in pixels, and its height where that is not given
     * @param task {@link Task#word}; poses where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArchitectureWords(
            String preset,
            int parts,
            int stages,
            int inputSize,
            double sigma,
            boolean batchNorm,
            String features,
            String head,
            String laterFeatures,
            boolean laterFromFeatures,
            String laterHead,
            @Nullable String task,
            @Nullable Integer inputHeight) {

        public static ArchitectureWords of(Architecture a) {
            return new ArchitectureWords(
                    a.name(),
                    a.parts(),
                    a.stages(),
                    a.input().width(),
                    a.sigma(),
                    a.batchNorm(),
                    Architecture.words(a.features()),
                    Architecture.words(a.head()),
                    Architecture.words(a.laterFeatures()),
                    a.laterFromFeatures(),
                    Architecture.words(a.laterHead()),
                    a.task() == Task.POSE ? null : a.task().word(),
                    a.input().isSquare() ? null : a.input().height());
        }

        /** On one line, the same text for the same words. */
        String toJson() {
            try {
                return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("plain values must be writable as JSON", e);
            }
        }

        /**
         * The architecture in these words.
         *
         * @throws IllegalArgumentException where they are none
         */
        public Architecture toArchitecture() {
            return new Architecture(
                    preset,
                    taskInWords(),
                    parts,
                    stages,
                    input(),
                    sigma,
                    batchNorm,
                    Architecture.layers(features),
                    Architecture.layers(head),
                    Architecture.layers(laterFeatures),
                    laterFromFeatures,
                    Architecture.layers(laterHead));
        }

        private Size input() {
            int height = inputHeight == null ? inputSize : inputHeight;
            if (Math.min(inputSize, height) < 1) {
                throw new IllegalArgumentException("architecture: the input is " + inputSize + "×" + height
                        + " pixels; allowed: at least 1 on each side");
            }
            return new Size(inputSize, height);
        }

        private Task taskInWords() {
            if (task == null) {
                return Task.POSE;
            }
            return Task.named(task)
                    .orElseThrow(() -> new IllegalArgumentException("architecture: task is '" + task + "'; allowed: "
                            + Stream.of(Task.values()).map(Task::word).collect(Collectors.joining(", "))));
        }
    }

    /**
     * Reads a manifest and checks that it is whole: names present, a skeleton this project knows, an architecture that
     * fits it.
     *
     * @param where named in messages, e.g. the file
     */
    public static Manifest parse(byte[] json, String where) throws BadWeightsException {
        Manifest manifest;
        try {
            manifest = JSON.readValue(json, Manifest.class);
        } catch (java.io.IOException e) {
            throw new BadWeightsException(where + ": not a manifest: " + OneLine.of(e));
        }
        ManifestCheck.check(manifest, where);
        return manifest;
    }

    public VersionId id() {
        return new VersionId(name, version);
    }

    /** From which scores on a locator's peaks are somebody. */
    public LocatorScores locatorScores() {
        try {
            return LocatorScores.read(name, training).orElse(LocatorScores.USUAL);
        } catch (BadWeightsException e) {
            throw new IllegalStateException("a manifest that was read has been checked", e);
        }
    }

    /** The same manifest for these files. */
    Manifest withFiles(Map<String, FileSum> sums) {
        return new Manifest(name, version, created, architecture, skeleton, sums, training, metrics, parent, gitCommit);
    }

    /** This manifest as JSON, indented, with a line end. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest of plain values must be writable as JSON", e);
        }
    }
}
