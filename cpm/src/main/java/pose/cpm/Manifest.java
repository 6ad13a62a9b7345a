package pose.cpm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;
import pose.cpm.network.Task;
import pose.skeleton.Skeleton;

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

    /** Bytes that any other file may have: 1 GiB. */
    private static final long LONGEST_FILE = 1 << 30;

    /** Weights that a network may have, and values that one of its maps may have for one picture: 1 GiB each. */
    private static final long MOST_VALUES = LONGEST_FILE / Float.BYTES;

    private static final int MOST_FILES = 100;

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Manifest {
        training = isMissing(training) ? Map.of() : training;
        metrics = isMissing(metrics) ? Map.of() : metrics;
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
        manifest.check(where);
        return manifest;
    }

    private void check(String where) throws BadWeightsException {
        if (isMissing(name)
                || isMissing(version)
                || isMissing(skeleton)
                || isMissing(architecture)
                || isMissing(files)) {
            throw new BadWeightsException(
                    where + ": a manifest needs name, version, skeleton, architecture and files; one is missing");
        }
        ArchitectureWords words = architecture;
        if (isMissing(created)
                || isMissing(words.preset())
                || isMissing(words.features())
                || isMissing(words.head())
                || isMissing(words.laterFeatures())
                || isMissing(words.laterHead())) {
            throw new BadWeightsException(where + ": a manifest needs created, and an architecture preset, features, "
                    + "head, laterFeatures and laterHead; one is missing");
        }
        Skeleton known = Skeleton.named(skeleton)
                .orElseThrow(() -> new BadWeightsException(
                        where + ": skeleton '" + skeleton + "' is unknown; allowed: " + Skeleton.names()));
        try {
            Architecture a = architecture.toArchitecture();
            if (a.parts() != known.size()) {
                throw new BadWeightsException(where + ": architecture has " + a.parts() + " parts; skeleton "
                        + known.name() + " has " + known.size());
            }
            if ((a.task() == Task.LOCATOR) != known.equals(Skeleton.CENTRE)) {
                throw new BadWeightsException(where + ": skeleton is " + known.name() + ", and the architecture "
                        + a.task().deed() + "; a locator's skeleton, and no other's, is " + Skeleton.CENTRE.name());
            }
            requireModest(where, a);
            VersionId unused = id();
        } catch (IllegalArgumentException e) {
            throw new BadWeightsException(where + ": " + e.getMessage());
        }
        LocatorScores.read(where, training);
        checkFiles(where);
    }

    /** Whoever loads the network makes room for it, whatever the files hold. */
    private static void requireModest(String where, Architecture a) throws BadWeightsException {
        if (a.weights() > MOST_VALUES) {
            throw new BadWeightsException(
                    where + ": the architecture has " + a.weights() + " weights; allowed: at most " + MOST_VALUES);
        }
        if (a.largestMap() > MOST_VALUES) {
            throw new BadWeightsException(where + ": the architecture's largest map has " + a.largestMap()
                    + " values a picture; allowed: at most " + MOST_VALUES);
        }
    }

    /** What a manifest says of its files decides how much is read, and from where. */
    private void checkFiles(String where) throws BadWeightsException {
        if (files.size() > MOST_FILES) {
            throw new BadWeightsException(where + ": lists " + files.size() + " files; allowed: at most " + MOST_FILES);
        }
        for (Map.Entry<String, FileSum> file : files.entrySet()) {
            String name = file.getKey();
            if (!isFileName(name)) {
                throw new BadWeightsException(where + ": lists a file '" + name
                        + "'; allowed: letters, digits, dots, dashes and underscores, the first a letter or digit");
            }
            FileSum sum = file.getValue();
            if (isMissing(sum)
                    || isMissing(sum.sha256())
                    || !SHA_256.matcher(sum.sha256()).matches()) {
                throw new BadWeightsException(where + ": gives no SHA-256 of " + name + " (64 hexadecimal digits)");
            }
            if (sum.bytes() < 0 || sum.bytes() > LONGEST_FILE) {
                throw new BadWeightsException(
                        where + ": " + name + " is " + sum.bytes() + " bytes; allowed: 0 to " + LONGEST_FILE);
            }
        }
    }

    /** Whether a file of a version, other than the manifest, may be called so. */
    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches() && !name.equals(WeightsVersion.MANIFEST);
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

    /** JSON may leave out what the constructor promises. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
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
