package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    void shouldNotReadAFileThatIsLongerThanDeclared() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        Path file = folder.resolve(WeightsVersion.WEIGHTS);
        long declared = Files.size(file);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(10L << 30);
        }

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageEndingWith("weights.params: 10737418240 bytes; the manifest says " + declared);
    }

    @Test
    void shouldNotReadAManifestOfAnyLength() throws Exception {
        Path folder = TinyWeights.publish(store, "1", 1);
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve(WeightsVersion.MANIFEST).toFile(), "rw")) {
            sparse.setLength(1L << 32);
        }

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageEndingWith("manifest.json: 4294967296 bytes; a manifest has at most 1048576");
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
                "\"weights.params\" | \"../weights.params\" | lists a file '../weights.params'",
                "\"weights.params\" | \"manifest.json\" | lists a file 'manifest.json'",
                "\"sha256\" : \" | \"sha256\" : \"z | gives no SHA-256 of weights.onnx",
                "\"bytes\" : | \"bytes\" : 10737418240, \"was\" : | is 10737418240 bytes; allowed: 0 to 1073741824",
                "\"name\" : \"tiny\" | \"name\" : \"../tiny\" | '../tiny/1' is no weights version",
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
