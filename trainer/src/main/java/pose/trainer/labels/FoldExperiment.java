package pose.trainer.labels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pose.trainer.Experiment;
import pose.trainer.data.DataSet;

/** How a fold's network is trained: an experiment's keys but its data and folders, which each fold has of its own. */
public final class FoldExperiment {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String yaml;
    private final Path folder;

    private FoldExperiment(String yaml, Path folder) {
        this.yaml = yaml;
        this.folder = folder;
    }

    /** The small network that comes with this project, see {@code folds.yaml}. */
    public static FoldExperiment small(Path folder) {
        try (InputStream in = FoldExperiment.class.getResourceAsStream("folds.yaml")) {
            return parse(
                    new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One's own. What it says of data, but {@code data.leastParts}, and of folders is passed over.
     *
     * @param folder that each fold's run and result go under
     * @throws IllegalArgumentException naming the file and the key that is unknown or out of range
     */
    public static FoldExperiment read(Path file, Path folder) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": no such experiment file");
        }
        try {
            return parse(Files.readString(file), folder);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static FoldExperiment parse(String yaml, Path folder) {
        FoldExperiment parsed = new FoldExperiment(yaml, folder);
        parsed.of(0, "any", "lsp14");
        return parsed;
    }

    /** @param fold from 0 */
    Experiment of(int fold, DataSet data) {
        return of(fold, data.name(), data.skeleton().name());
    }

    private Experiment of(int fold, String data, String skeleton) {
        ObjectNode own = own();
        ObjectNode named = own.withObjectProperty("data");
        named.putArray("training").add(data);
        named.put("validation", data);
        named.put("skeleton", skeleton);
        named.putNull("exclude");
        Path place = folder.resolve("fold-" + (fold + 1));
        own.put("name", "fold-" + (fold + 1));
        own.put("run", place.toString());
        own.put("store", place.resolve("store").toString());
        try {
            return Experiment.parse(YAML.writeValueAsString(own));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as YAML must be writable as YAML", e);
        }
    }

    private ObjectNode own() {
        try {
            if (!yaml.isBlank() && YAML.readTree(yaml) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not YAML: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("an experiment is keys and values");
    }

    String engine() {
        return of(0, "any", "lsp14").engine();
    }
}
