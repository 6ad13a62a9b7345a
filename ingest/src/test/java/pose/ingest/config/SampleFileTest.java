package pose.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;
import pose.ingest.camera.CameraSettings;

/** The sample file explains every key there is, and no other, with the default that holds; and every key has its bounds. */
class SampleFileTest {

    private static final CamerasYaml YAML = new CamerasYaml(new SecretReferences(name -> Optional.of("secret")));

    /** A value that is just refused, one or more for each key, and what is said of it. */
    record Bound(String key, String value, String message) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound("id", "''", "camera is ''; allowed: 1 to 100 letters"),
            new Bound("id", "gate 1", "camera is 'gate 1'"),
            new Bound("id", "a".repeat(101), "allowed: 1 to 100 letters"),
            new Bound("source", "''", "source is empty"),
            new Bound("source", "[a]", "source is a list; allowed: a text"),
            new Bound("fps", "0.009", "fps is 0.009; allowed: 0.01 to 240"),
            new Bound("fps", "240.1", "fps is 240.1"),
            new Bound("fps", "fast", "fps is 'fast'; allowed: a number"),
            new Bound("width", "15", "width is 15; allowed: 16 to 8192"),
            new Bound("width", "8193", "width is 8193"),
            new Bound("width", "64.5", "width is 64.5; allowed: a whole number"),
            new Bound("quality", "0", "quality is 0; allowed: 1 to 100"),
            new Bound("quality", "101", "quality is 101"),
            new Bound("quality", "null", "quality is empty; allowed: 1 to 100"),
            new Bound("realtime", "yes please", "realtime is 'yes please'; allowed: true, false"),
            new Bound("hardware", "/dev/dri", "hardware is '/dev/dri'; allowed: a device such as vaapi"),
            new Bound("timeoutSeconds", "0.09", "timeoutSeconds is 0.09; allowed: 0.1 to 60 seconds"),
            new Bound("timeoutSeconds", "60.1", "timeoutSeconds is 60.1"),
            new Bound("timeoutSeconds", "null", "timeoutSeconds is empty"),
            new Bound("transport", "pigeon", "transport is 'pigeon'; allowed: auto, tcp, udp"),
            new Bound("allowInternal", "1", "allowInternal is 1; allowed: true, false"),
            new Bound("bufferMiB", "0", "bufferMiB is 0; allowed: 1 to 512"),
            new Bound("bufferMiB", "513", "bufferMiB is 513"),
            new Bound("region", "3", "region is 3; allowed: pairs of numbers, as in [[0, 0.5]"),
            new Bound("region", "[[0, 0], [1]]", "region is a list with [1] in it; allowed: pairs of numbers"),
            new Bound("region", "[[0, 0], [1, 1]]", "region has 2 corners; allowed: 3 to 64"),
            new Bound("region", "[" + "[0, 0],".repeat(65) + "]", "region has 65 corners"),
            new Bound("region", "[[0, 0], [1, 1], [0.5, 1.1]]", "region has a corner whose y is 1.1; allowed: 0 to 1"),
            new Bound("region", "[[0, 0], [1, 1], [0.5, 0.5]]", "region has no area"),
            new Bound("region", "[[0, 0], [1, 1], [1, 0], [0, 1]]", "region has sides that cross"),
            new Bound("minHeight", "-0.1", "minHeight is -0.1; allowed: 0 to 1, a share of the picture's height"),
            new Bound("minHeight", "1.1", "minHeight is 1.1"),
            new Bound("minHeight", "null", "minHeight is empty; allowed: 0 to 1"),
            new Bound("onlyPlayers", "some", "onlyPlayers is 'some'; allowed: true, false"),
            new Bound("backoff", "3", "backoff is 3; allowed: firstSeconds, longestSeconds"),
            new Bound("backoff.firstSeconds", "0.009", "backoff.firstSeconds is 0.009; allowed: 0.01 to 60 seconds"),
            new Bound("backoff.firstSeconds", "61", "backoff.firstSeconds is 61"),
            new Bound("backoff.longestSeconds", "0.09", "backoff.longestSeconds is 0.09; allowed: 0.1 to 600 seconds"),
            new Bound("backoff.longestSeconds", "601", "backoff.longestSeconds is 601"));

    @Test
    void shouldExplainEveryKeyAndNoOther() throws IOException {
        List<String> undocumented = new ArrayList<>();
        for (String key : documented()) {
            String name = key.substring(key.lastIndexOf('.') + 1);
            List<String> lines = sample().lines().toList();
            boolean explained = lines.stream()
                    .anyMatch(line -> line.matches("[ -]*" + name + ":.*\\s# .*")
                            || (line.matches("[ -]*" + name + ":.*")
                                    && lines.get(lines.indexOf(line) - 1)
                                            .strip()
                                            .startsWith("#")));
            if (!explained) {
                undocumented.add(key);
            }
        }

        assertThat(undocumented).isEmpty();
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(known());
    }

    @Test
    void shouldNameTheDefaultsThatHold() throws Exception {
        // given
        CamerasConfig sample = YAML.parse(sample());
        CameraSettings finish =
                Objects.requireNonNull(sample.cameras().get("finish")).settings();

        // when
        CameraSettings plain = CameraSettings.of("a", SourceAddress.of("udp://0.0.0.0:5000"), SourceOptions.defaults());

        // then
        assertThat(Objects.requireNonNull(YAML.parse("cameras: [{id: a, source: 'udp://0.0.0.0:5000'}]")
                                .cameras()
                                .get("a"))
                        .settings())
                .isEqualTo(plain);
        assertThat(finish.options().timeout()).hasSeconds(2);
    }

    @Test
    void shouldTestTheBoundsOfEveryKey() {
        assertThat(BOUNDS.stream().map(Bound::key).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(known());
    }

    @ParameterizedTest
    @FieldSource("BOUNDS")
    void shouldRefuseWhatIsOutOfBounds(Bound bound) {
        String key = bound.key().startsWith("backoff.")
                ? "backoff: {" + bound.key().substring("backoff.".length()) + ": " + bound.value() + "}"
                : bound.key() + ": " + bound.value();
        String others = (bound.key().equals("id") ? "" : ", id: c")
                + (bound.key().equals("source") ? "" : ", source: udp://h:1");

        assertThatThrownBy(() -> YAML.parse("cameras: [{" + key + others + "}]"))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(bound.message())
                .message()
                .startsWith(bound.key().equals("id") ? "camera number 1: " : "camera c: ")
                .doesNotContain("\n");
    }

    @Test
    void shouldBeShownInTheDocuments() throws IOException {
        assertThat(Path.of("..", "docs", "cameras.yaml")).content().isEqualTo(sample());
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(CameraKeys.ALL);
        CameraKeys.BACKOFF.forEach(key -> known.add("backoff." + key));
        return known;
    }

    private static Set<String> documented() throws IOException {
        JsonNode tree = new YAMLMapper().readTree(sample());
        Set<String> keys = new HashSet<>();
        for (JsonNode object : tree.get("cameras")) {
            object.fieldNames().forEachRemaining(keys::add);
        }
        tree.get("defaults").properties().forEach(entry -> {
            keys.add(entry.getKey());
            entry.getValue().fieldNames().forEachRemaining(name -> keys.add(entry.getKey() + "." + name));
        });
        return keys;
    }

    private static String sample() throws IOException {
        try (InputStream in = CamerasYaml.class.getResourceAsStream("cameras.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
