package pose.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.ingest.camera.CameraSettings;

class CameraDeskTest {

    private static final String TWO = """
            cameras:
              - {id: a, source: 'rtsp://me:${env:PW}@h/a'}
              - {id: b, source: 'udp://h:2'}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private String password = "one";
    private String kept = "";
    private long saves;
    private final List<List<CameraSettings>> applied = new ArrayList<>();

    @BeforeEach
    void name() throws IOException {
        file = folder.resolve("cameras.yaml");
        save(TWO);
    }

    private CameraDesk open() throws BadConfigException {
        CameraDesk desk =
                CameraDesk.open(file, new SecretReferences(name -> Optional.of(password)), kept, text -> kept = text);
        desk.start(cameras -> applied.add(List.copyOf(cameras)));
        return desk;
    }

    /** As an editor does it that writes beside and renames. */
    private void save(String text) throws IOException {
        Path beside = Files.writeString(folder.resolve("beside"), text);
        Files.setLastModifiedTime(beside, FileTime.fromMillis(1_000_000_000 + ++saves * 1000));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void lookTwice(CameraDesk desk) {
        desk.look();
        desk.look();
    }

    @Test
    void shouldDoWhatASavedFileSays() throws Exception {
        // given
        CameraDesk desk = open();

        // when
        save(TWO.replace("udp://h:2", "udp://h:3") + "  - {id: c, source: x.ts, realtime: true}\n");
        desk.look();
        assertThat(applied).hasSize(1);
        desk.look();

        // then
        assertThat(applied).hasSize(2);
        assertThat(ids(applied.get(1))).containsExactly("a", "b", "c");
        assertThat(applied.get(1).get(0)).isEqualTo(applied.get(0).get(0));
        assertThat(applied.get(1).get(1)).isNotEqualTo(applied.get(0).get(1));
        lookTwice(desk);
        assertThat(applied).hasSize(2);
    }

    @Test
    void shouldGoOnAsItWasWhileTheFileIsWrongOrGone() throws Exception {
        // given
        CameraDesk desk = open();

        // when
        save("cameras: [");
        lookTwice(desk);
        Files.delete(file);
        lookTwice(desk);

        // then
        assertThat(applied).hasSize(1);
        assertThat(ids(desk.wanted())).containsExactly("a", "b");
        save("cameras: []");
        lookTwice(desk);
        assertThat(applied.get(1)).isEmpty();
    }

    @Test
    void shouldMakeNothingOfAFileThatIsStillBeingWritten() throws Exception {
        // given
        CameraDesk desk = open();

        // when
        for (int length = 20; length < TWO.length(); length += 10) {
            save(TWO.substring(0, length));
            desk.look();
        }

        // then
        assertThat(applied).hasSize(1);
    }

    @Test
    void shouldReadPasswordsAnewWhenTheFileIsSavedAsItWas() throws Exception {
        // given
        CameraDesk desk = open();
        password = "two";

        // when
        save(TWO);
        lookTwice(desk);

        // then
        assertThat(applied.get(0).get(0).source().full()).isEqualTo("rtsp://me:one@h/a");
        assertThat(applied.get(1).get(0).source().full()).isEqualTo("rtsp://me:two@h/a");
    }

    @Test
    void shouldKeepAChangeUntilTheFileSaysSomethingNewOfThatCamera() throws Exception {
        // given
        CameraDesk desk = open();
        assertThat(desk.put("b", "{\"source\": \"udp://h:9\"}")).isFalse();
        assertThat(desk.put("c", "{\"source\": \"udp://h:8\", \"fps\": 5}")).isTrue();
        assertThat(desk.remove("a")).isTrue();
        assertThat(ids(desk.wanted())).containsExactly("b", "c");

        // when
        save(TWO + "  - {id: d, source: 'udp://h:4'}\n");
        lookTwice(desk);

        // then
        assertThat(ids(desk.wanted())).containsExactly("b", "c", "d");
        assertThat(desk.wanted().get(0).source().full()).isEqualTo("udp://h:9");
        save(TWO.replace("h:2", "h:7").replace("me:", "you:"));
        lookTwice(desk);
        assertThat(ids(desk.wanted())).containsExactly("a", "b", "c");
        assertThat(desk.wanted().get(1).source().full()).isEqualTo("udp://h:7");
    }

    @Test
    void shouldHandChangesOnToTheNextProcess() throws Exception {
        // given
        CameraDesk desk = open();
        desk.put("b", "{\"source\": \"udp://h:9\"}");
        desk.put("c", "{\"source\": \"rtsp://me:${env:PW}@h/c\"}");
        desk.remove("a");

        // when
        CameraDesk next = open();

        // then
        assertThat(next.wanted()).isEqualTo(desk.wanted());
        assertThat(kept).doesNotContain("\n", ":one@");
    }

    @Test
    void shouldNotOverwriteAPasswordWithWhatIsShownOfIt() throws Exception {
        // given
        CameraDesk desk = open();
        String shown = CameraDesk.shown(desk.wanted().get(0)).put("fps", 5).toString();
        assertThat(shown).contains("rtsp://h/a").doesNotContain("one");

        // when
        desk.put("a", shown);

        // then
        assertThat(desk.wanted().get(0).source().full()).isEqualTo("rtsp://me:one@h/a");
        assertThat(desk.wanted().get(0).options().fps()).hasValue(5);
    }

    @Test
    void shouldRefuseStarsInPlaceOfASecret() throws Exception {
        CameraDesk desk = open();

        assertThatThrownBy(() -> desk.put("a", "{\"source\": \"rtsp://h/a?token=***\"}"))
                .isInstanceOf(BadConfigException.class)
                .hasMessageContaining("give it whole");
    }

    @Test
    void shouldChangeNothingWhereARequestIsWrong() throws Exception {
        // given
        CameraDesk desk = open();

        // then
        for (String json : List.of("", "[]", "{", "{\"source\": 3", "{}", "{\"source\": \"udp://h:1\", \"fps\": 0}")) {
            assertThatThrownBy(() -> desk.put("x", json)).isInstanceOf(BadConfigException.class);
        }
        assertThat(desk.remove("x")).isFalse();
        assertThat(applied).hasSize(1);
    }

    @Test
    void shouldNameTheFileThatIsNotThere() throws IOException {
        Files.delete(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(BadConfigException.class)
                .hasMessage(file + ": there is no such file");
    }

    private static List<String> ids(Collection<CameraSettings> cameras) {
        return cameras.stream().map(CameraSettings::id).toList();
    }
}
