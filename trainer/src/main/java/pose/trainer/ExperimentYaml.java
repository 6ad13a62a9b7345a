package pose.trainer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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

    private static String toText(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an experiment of plain values must be writable as YAML", e);
        }
    }
}
