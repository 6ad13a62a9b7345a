package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsVersionTest {

    @TempDir
    private Path store;

    @Test
    void shouldOpenWhatWasPublished() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);

        WeightsVersion version = WeightsVersion.open(folder);

        assertThat(folder).isEqualTo(store.resolve("tiny").resolve("1"));
        assertThat(version).hasToString("tiny/1");
        assertThat(version.sha256())
                .isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve(WeightsVersion.WEIGHTS))))
                .hasSize(64);
        assertThat(version.skeleton().name()).isEqualTo("lsp14");
        assertThat(version.folder()).contains(folder);
    }

    @Test
    void shouldLeaveNothingBesideAPublishedVersion() throws Exception {
        TinyWeights.publish(store, "1", 1);

        try (Stream<Path> versions = Files.list(store.resolve("tiny"))) {
            assertThat(versions).containsExactly(store.resolve("tiny").resolve("1"));
        }
    }

    @Test
    void shouldNotPublishAVersionTwice() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        byte[] before = Files.readAllBytes(folder.resolve(WeightsVersion.WEIGHTS));

        assertThatThrownBy(() -> TinyWeights.publish(store, "1", 2))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("tiny");
        assertThat(Files.readAllBytes(folder.resolve(WeightsVersion.WEIGHTS))).isEqualTo(before);
    }

    @Test
    void shouldRefuseAFlippedBit() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path file = folder.resolve(WeightsVersion.WEIGHTS);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("SHA-256")
                .hasMessageContaining(Sha256.of(bytes));
    }

    @Test
    void shouldRefuseATruncatedFile() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path file = folder.resolve(WeightsVersion.WEIGHTS);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(bytes.length - 1 + " bytes")
                .hasMessageContaining(String.valueOf(bytes.length));
    }

    @Test
    void shouldNameTheFileThatIsMissing() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Files.delete(folder.resolve(WeightsVersion.WEIGHTS));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(WeightsVersion.WEIGHTS)
                .hasMessageContaining("no such file");
    }

    @Test
    void shouldNameTheFolderThatIsNotThere() {
        assertThatThrownBy(() -> WeightsVersion.open(store.resolve("gone")))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("no such weights folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"lsp14\" | \"cat9\" | skeleton 'cat9' is unknown",
                "\"parts\" : 14 | \"parts\" : 9 | architecture has 9 parts",
                "conv3x12/2 | conv3y12/2 | 'conv3y12/2' is no layer",
                "\"skeleton\" | \"skeletons\" | one is missing",
                "{ | [ | not a manifest",
                "\"weights.params\" | \"other.params\" | no such file",
            })
    void shouldRefuseAManifestThatIsNotRight(String good, String bad, String reason) throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path manifest = folder.resolve(WeightsVersion.MANIFEST);
        String json = Files.readString(manifest);
        assertThat(json).contains(good);
        Files.writeString(manifest, json.replace(good, bad));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(folder.toString());
    }
}
