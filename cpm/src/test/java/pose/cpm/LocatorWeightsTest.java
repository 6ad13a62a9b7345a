package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.cpm.network.Size;

/** A locator's version is kept as any other: with a manifest that says what it is, and as ONNX. */
class LocatorWeightsTest {

    private final Architecture architecture =
            Preset.LOCATOR.architecture(1, 2).withInput(new Size(96, 56)).folded();

    @TempDir
    private Path store;

    private Path publish() throws Exception {
        return TinyWeights.publish(store, "1", architecture, 5);
    }

    private Path publish(UnaryOperator<String> change) throws Exception {
        Path folder = publish();
        Path manifest = folder.resolve(WeightsVersion.MANIFEST);
        Files.writeString(manifest, change.apply(Files.readString(manifest)));
        return folder;
    }

    @Test
    void shouldReadWhatItWrote() throws Exception {
        WeightsVersion version = WeightsVersion.open(publish());

        assertThat(version.manifest().architecture().toArchitecture()).isEqualTo(architecture);
        assertThat(version.skeleton().name()).isEqualTo("centre");
        assertThat(version.manifest().toJson())
                .contains("\"task\" : \"locator\"", "\"inputSize\" : 96", "\"inputHeight\" : 56");
    }

    @Test
    void shouldWriteOfAPoseNetworkWhatWasAlwaysWritten() throws Exception {
        Manifest bundled = BundledWeights.open().manifest();

        assertThat(bundled.toJson()).doesNotContain("task", "inputHeight");
        assertThat(bundled.architecture().toJson())
                .startsWith("{\"preset\":\"lite\",\"parts\":14,\"stages\":3,\"inputSize\":192,")
                .endsWith("\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldGiveTheSameMapsOnEveryEngine(int pictures) throws Exception {
        WeightsVersion version = WeightsVersion.open(publish());
        FloatBuffer noise = FloatBuffer.allocate(CropBatch.values(architecture, pictures));
        Random random = new Random(2);
        while (noise.hasRemaining()) {
            noise.put(random.nextFloat() - 0.5f);
        }
        noise.flip();
        try (Network reference = Network.load(version, EngineName.MXNET)) {
            List<float[]> expected = reference.beliefs(noise, pictures);

            for (EngineName engine : EngineConformanceTest.engines().toList()) {
                try (Network network = Network.load(version, engine)) {
                    List<float[]> actual = network.beliefs(noise, pictures);

                    assertThat(actual)
                            .hasSize(2)
                            .allSatisfy(maps -> assertThat(maps).hasSize(pictures * 12 * 12 * 7));
                    for (int stage = 0; stage < 2; stage++) {
                        assertThat(OnnxWeights.apart(expected.get(stage), actual.get(stage)))
                                .as("%s, stage %d", engine, stage + 1)
                                .isLessThan(1e-4);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"task\" : \"locator\" | \"task\" : \"finder\" | task is 'finder'; allowed: pose, locator",
                "\"task\" : \"locator\" | \"task\" : \"pose\" | input is 96×56; allowed: a square, for poses",
                "\"inputHeight\" : 56 | \"inputHeight\" : 57 | inputSize is 57; allowed: a multiple of 8",
                "\"inputHeight\" : 56 | \"inputHeight\" : 0 | the input is 96×0 pixels; allowed: at least 1",
                "\"inputHeight\" : 56 | \"inputHeight\" : -8 | the input is 96×-8 pixels; allowed: at least 1",
                "\"inputHeight\" : 56 | \"inputHeight\" : 2147483640 | inputSize is 2147483640; allowed: at most 65536",
                "\"inputSize\" : 96 | \"inputSize\" : 16384000 | inputSize is 16384000; allowed: at most 65536",
                "\"skeleton\" : \"centre\" | \"skeleton\" : \"lsp14\" | architecture has 1 parts; skeleton lsp14 has 14",
                "\"parts\" : 1, | \"parts\" : 14, | parts is 14; allowed: 1 for a locator",
            })
    void shouldRefuseAManifestInOneLineThatNamesTheFile(String good, String bad, String reason) throws Exception {
        Path folder = publish(json -> json.replace(good, bad));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageStartingWith(folder.resolve("manifest.json").toString())
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldRefuseAPoseNetworkOfCentres() throws Exception {
        Architecture poses = Preset.TINY.architecture(1, 2);
        Manifest words = TinyWeights.manifest("1", poses);
        String json = words.toJson().replace("lsp14", "centre");

        assertThatThrownBy(() -> Manifest.parse(json.getBytes(StandardCharsets.UTF_8), "manifest.json"))
                .isInstanceOf(BadWeightsException.class)
                .hasMessage(
                        "manifest.json: skeleton is centre, and the architecture estimates poses; a locator's skeleton,"
                                + " and no other's, is centre");
    }

    @Test
    void shouldRefuseALocatorThatNeedsMoreRoomThanThereIs() throws Exception {
        Path folder = publish(json -> json.replace("\"inputSize\" : 96", "\"inputSize\" : 16384")
                .replace("\"inputHeight\" : 56", "\"inputHeight\" : 16384"));

        assertThatThrownBy(() -> WeightsVersion.open(folder))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("the architecture's largest map has");
    }
}
