package pose.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Experiments as YAML. */
final class ExperimentYaml {

    private static final ObjectMapper YAML = new ObjectMapper(
                    new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private ExperimentYaml() {}

    /**
     * Reads what differs from {@code defaults.yaml}.
     *
     * @throws IllegalArgumentException naming the key that is unknown or out of range
     */
    static Experiment parse(String yaml) {
        try (InputStream in = ExperimentYaml.class.getResourceAsStream("defaults.yaml")) {
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

    /** Every key, resolved. */
    static String write(Experiment experiment) {
        return toText(YAML.valueToTree(experiment));
    }

    /**
     * Every key but those that say where things are on this machine: data sets are left with their kind, the last name of
     * their path and their options.
     */
    static String portable(Experiment experiment) {
        return toText(withoutFolders(YAML.valueToTree(experiment)));
    }

    private static ObjectNode withoutFolders(ObjectNode tree) {
        tree.remove(List.of("run", "store"));
        lastNames(tree, "start");
        ObjectNode data = (ObjectNode) tree.get("data");
        ArrayNode training = (ArrayNode) data.get("training");
        for (int i = 0; i < training.size(); i++) {
            training.set(i, lastName(training.get(i).textValue()));
        }
        lastNames(data, "validation", "exclude");
        return tree;
    }

    private static void lastNames(ObjectNode tree, String... keys) {
        for (String key : keys) {
            if (tree.get(key).isTextual()) {
                tree.put(key, lastName(tree.get(key).textValue()));
            }
        }
    }

    /** {@code lspet:/some/folder/lspet/?last=8000} is {@code lspet:lspet?last=8000}. */
    private static String lastName(String path) {
        return path.replaceAll("[^:?&=]*[/\\\\]([^:?&=/\\\\]+)[/\\\\]*", "$1");
    }

    /**
     * What two experiments differ in, as {@code key: one → other}, wherever their files lie.
     *
     * @param but keys at the top that do not count
     */
    static List<String> differences(Experiment one, Experiment other, Set<String> but) {
        ObjectNode a = withoutFolders(YAML.valueToTree(one)).without(but);
        ObjectNode b = withoutFolders(YAML.valueToTree(other)).without(but);
        List<String> differences = new ArrayList<>();
        compare("", a, b, differences);
        return differences;
    }

    private static void compare(String path, ObjectNode a, ObjectNode b, List<String> differences) {
        a.properties().forEach(entry -> {
            String key = path + entry.getKey();
            JsonNode value = entry.getValue();
            JsonNode other = b.get(entry.getKey());
            if (value instanceof ObjectNode nested && other instanceof ObjectNode otherNested) {
                compare(key + ".", nested, otherNested, differences);
            } else if (!value.equals(other)) {
                differences.add(key + ": " + value + " → " + other);
            }
        });
    }

    private static String toText(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an experiment of plain values must be writable as YAML", e);
        }
    }
}
