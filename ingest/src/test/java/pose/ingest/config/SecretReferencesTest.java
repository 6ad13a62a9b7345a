package pose.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

    @TempDir
    private Path folder = Path.of("");

    private final SecretReferences references = new SecretReferences(
            name -> Optional.ofNullable(Map.of("URL", "rtsp://a:b@h/1", "E", "").get(name)));

    @Test
    void shouldTakeAFilesOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("pw"), "p@ss wörd\n");

        assertThat(references.fill("rtsp://me:${file:" + file + "}@h").whole())
                .isEqualTo("rtsp://me:p%40ss%20w%C3%B6rd@h");
    }

    @Test
    void shouldTakeAWholeUrlAsItIs() throws Exception {
        assertThat(references.fill("${env:URL}").whole()).isEqualTo("rtsp://a:b@h/1");
    }

    @Test
    void shouldRefuseAnEmptyVariableAndAFileOfManyLines() throws Exception {
        Path file = Files.writeString(folder.resolve("pw"), "a\nb\n");

        assertThatThrownBy(() -> references.fill("x${env:E}")).hasMessageContaining("has no variable E");
        assertThatThrownBy(() -> references.fill("x${file:" + file + "}")).hasMessageContaining("must hold one line");
        assertThatThrownBy(() -> references.fill("x${file:" + folder + "}")).hasMessageContaining("is no file");
    }
}
