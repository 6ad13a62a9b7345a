package pose.ingest.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import pose.ingest.CameraId;

/** Reads cameras from YAML, and one of them from JSON in the same keys. */
final class CamerasYaml {

    private static final ObjectMapper YAML = strict(new ObjectMapper(new YAMLFactory()));
    private static final ObjectMapper JSON = strict(new ObjectMapper());
    private static final ObjectNode DEFAULTS = defaults();

    private final SecretReferences references;

    CamerasYaml(SecretReferences references) {
        this.references = references;
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static ObjectNode defaults() {
        try (InputStream in = CamerasYaml.class.getResourceAsStream("cameras.yaml")) {
            return (ObjectNode) YAML.readTree(in).get("defaults");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file's text.
     *
     * @throws BadConfigException naming the line, or the camera, its key, the value and what is allowed
     */
    CamerasConfig parse(String text) throws BadConfigException {
        JsonNode tree = tree(YAML, text, "YAML");
        if (tree.isMissingNode() || tree.isNull()) {
            throw new BadConfigException("the file is empty; allowed: defaults, cameras");
        }
        Keys.of(tree, List.of("defaults", "cameras"));
        ObjectNode defaults = DEFAULTS.deepCopy();
        if (tree.hasNonNull("defaults")) {
            Keys.of(tree.get("defaults"), CameraKeys.SHARED);
            overlay(defaults, (ObjectNode) tree.get("defaults"));
        }
        JsonNode cameras = tree.path("cameras");
        if (!cameras.isArray()) {
            throw new BadConfigException("cameras is no list; allowed: a list of cameras, or [] for none");
        }
        TreeMap<String, ConfiguredCamera> byId = new TreeMap<>();
        int number = 0;
        for (JsonNode camera : cameras) {
            number++;
            ConfiguredCamera read = camera(camera, defaults, name(camera, number));
            if (byId.put(read.settings().id(), read) != null) {
                throw new BadConfigException("camera " + read.settings().id() + " is there twice; each id once");
            }
        }
        return new CamerasConfig(defaults, byId);
    }

    /**
     * Reads one camera.
     *
     * @param id of the camera
     * @param text a JSON object in the keys of the file; its id may be left out
     * @param defaults for what it does not name
     * @throws BadConfigException naming the key, the value and what is allowed
     */
    ConfiguredCamera parseCamera(String id, String text, ObjectNode defaults) throws BadConfigException {
        JsonNode tree = tree(JSON, text, "JSON");
        if (!(tree instanceof ObjectNode own)) {
            throw new BadConfigException("a camera is a JSON object of keys and values");
        }
        return camera(own.deepCopy().put("id", id), defaults, "camera " + id);
    }

    private ConfiguredCamera camera(JsonNode own, ObjectNode defaults, String name) throws BadConfigException {
        try {
            Keys.of(own, CameraKeys.ALL);
            ObjectNode whole = defaults.deepCopy();
            overlay(whole, (ObjectNode) own);
            return configured(whole);
        } catch (BadConfigException e) {
            throw new BadConfigException(name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a camera as {@link ConfiguredCamera#written} has it.
     *
     * @throws BadConfigException where what it refers to is no more
     */
    ConfiguredCamera parseWritten(String written) throws BadConfigException {
        return configured(tree(JSON, written, "JSON"));
    }

    /** One camera with another's source. */
    ConfiguredCamera withSourceOf(ConfiguredCamera camera, ConfiguredCamera other) throws BadConfigException {
        ObjectNode whole = (ObjectNode) tree(JSON, camera.written(), "JSON");
        return configured(whole.put("source", other.writtenSource()));
    }

    /** The source of a camera as it was written, references not filled in. */
    static String sourceOf(String written) {
        try {
            return JSON.readTree(written).path("source").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a camera that was read is JSON", e);
        }
    }

    private ConfiguredCamera configured(JsonNode whole) throws BadConfigException {
        return new ConfiguredCamera(whole.toString(), CameraKeys.settings(whole, references));
    }

    private static String name(JsonNode camera, int number) {
        String id = camera.path("id").asText("");
        return CameraId.isOne(id) ? "camera " + id : "camera number " + number;
    }

    /** Objects are merged key by key; anything else takes the place of the default. */
    private static void overlay(ObjectNode defaults, ObjectNode own) {
        own.properties().forEach(entry -> {
            if (defaults.get(entry.getKey()) instanceof ObjectNode nested
                    && entry.getValue() instanceof ObjectNode ownNested) {
                overlay(nested, ownNested);
            } else {
                defaults.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static JsonNode tree(ObjectMapper mapper, String text, String language) throws BadConfigException {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String line = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ": ";
            throw new BadConfigException(line + problem(e, language), e);
        }
    }

    /** In our own words: a parser's quote the line, in which a password may be. */
    private static String problem(JsonProcessingException e, String language) {
        String message = String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT);
        return message.startsWith("duplicate field")
                ? "a key is there twice"
                : "this is no " + language
                        + (message.contains("'\\t'") || message.contains("(tab)") ? ": no tabs for indenting" : "");
    }
}
