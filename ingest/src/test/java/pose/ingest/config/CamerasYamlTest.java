package pose.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.ingest.AttentionSettings;
import pose.ingest.AttentionSettings.Corner;
import pose.ingest.camera.CameraSettings;

class CamerasYamlTest {

    private static final String PASSWORD = "open-sesame";

    private final CamerasYaml yaml = new CamerasYaml(new SecretReferences(
            name -> Optional.ofNullable(Map.of("PW", "a/b@c d").get(name))));

    @Test
    void shouldTakeACamerasOwnValueThenTheFilesDefaultThenOurs() throws Exception {
        // when
        Map<String, ConfiguredCamera> cameras = yaml.parse("""
                        defaults: {quality: 70, fps: 10, backoff: {firstSeconds: 0.5}}
                        cameras:
                          - {id: a, source: 'udp://h:1', quality: 60}
                          - {id: 007, source: 'udp://h:2', fps: null}
                        """).cameras();

        // then
        CameraSettings a = settings(cameras, "a");
        assertThat(a.options().quality()).isEqualTo(60);
        assertThat(a.options().fps()).hasValue(10);
        assertThat(a.backoff().first()).hasMillis(500);
        assertThat(a.backoff().longest()).hasMillis(1000);
        assertThat(cameras).hasSize(2);
        CameraSettings other = cameras.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("a"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .settings();
        assertThat(other.options().quality()).isEqualTo(70);
        assertThat(other.options().fps()).isEmpty();
    }

    @Test
    void shouldPutInWhatAUrlRefersToAndShowNoneOfIt() throws Exception {
        // when
        CameraSettings camera = settings(
                yaml.parse("cameras: [{id: a, source: 'rtsp://me:${env:PW}@h/live/${env:PW}'}]")
                        .cameras(),
                "a");

        // then
        assertThat(camera.source().full()).isEqualTo("rtsp://me:a%2Fb%40c%20d@h/live/a%2Fb%40c%20d");
        assertThat(camera.source().shown()).isEqualTo("rtsp://h/live/${env:PW}");
        assertThat(camera.toString()).doesNotContain("a%2Fb", "a/b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cameras: [{id: a, source: x}, {id: a, source: y}] | camera a is there twice; each id once",
                "cameras: [{id: a, source: x, qualty: 3}] | camera a: key 'qualty' is unknown; did you mean 'quality'?",
                "cameras: [{id: a, source: x, buffermib: 3}] | did you mean 'bufferMiB'?",
                "cameras: [{id: a, source: x, nonsense: 3}] | key 'nonsense' is unknown; allowed: id, source, fps",
                "cameras: [{id: a, source: x, backoff: {frist: 3}}] | key 'backoff.frist' is unknown",
                "cameras: [{id: a, source: x, fps: 1, fps: 2}] | a key is there twice",
                "camera: [] | key 'camera' is unknown; did you mean 'cameras'?",
                "cameras: {a: 1} | cameras is no list; allowed: a list of cameras, or [] for none",
                "cameras: [3] | camera number 1: this is 3; allowed: id, source, fps",
                "{cameras: [], defaults: {source: x}} | key 'source' is unknown",
                "{cameras: [], defaults: 3} | this is 3",
                "~~ | the file is empty; allowed: defaults, cameras",
                "- a | this is a list; allowed: defaults, cameras",
                "cameras: [ | line 1: this is no YAML",
                "cameras: [{id: a, source: '${env:NO}'}] | camera a: ${env:NO}: the environment has no variable NO",
                "cameras: [{id: a, source: '${file:none}'}] | camera a: ${file:none}: 'none' is no file",
                "cameras: [{id: a, source: '${PW}'}] | ${…} is unknown; allowed: ${env:NAME}, ${file:PATH}",
            })
    void shouldNameWhatIsWrongAndWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> yaml.parse(text))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cameras: [{id: a, source: rtsp://me:" + PASSWORD + "@h, fps: 0}]",
                "cameras: [{id: a, source: [rtsp://me:" + PASSWORD + "@h]}]",
                "cameras: [{id: a, source: {x: rtsp://me:" + PASSWORD + "@h}}]",
                "cameras: [{id: a, source: \"rtsp://me:" + PASSWORD + "\\q@h\"}]",
                "cameras: [{id: a, source: rtsp://me:%" + PASSWORD + "@h]",
                "cameras: [{id: 'rtsp://me:" + PASSWORD + "@h', sourc: x}]",
            })
    void shouldNeverQuoteASource(String text) {
        assertThatThrownBy(() -> yaml.parse(text))
                .isInstanceOf(BadConfigException.class)
                .message()
                .doesNotContain(PASSWORD);
    }

    @Test
    void shouldReadWhatItShows() throws Exception {
        // given
        CamerasConfig config =
                yaml.parse("cameras: [{id: a, source: 'udp://h:1', width: 64, hardware: vaapi, bufferMiB: 3, "
                        + "region: [[0, 0.25], [1, 0.25], [0.5, 1]], minHeight: 0.1, onlyPlayers: true}]");
        CameraSettings camera = settings(config.cameras(), "a");

        // then
        assertThat(camera.attention())
                .isEqualTo(new AttentionSettings(
                        List.of(new Corner(0, 0.25), new Corner(1, 0.25), new Corner(0.5, 1)), 0.1, true));
        assertThat(yaml.parseCamera("a", CameraKeys.shown(camera).toString(), config.defaults())
                        .settings())
                .isEqualTo(camera);
    }

    private static CameraSettings settings(Map<String, ConfiguredCamera> cameras, String id) {
        return Objects.requireNonNull(cameras.get(id)).settings();
    }
}
