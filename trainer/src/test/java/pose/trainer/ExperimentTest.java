package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {

    private static final String DATA = "data: { training: ['synthetic:5'], validation: 'synthetic:5' }\n";

    @Test
    void shouldTakeDefaultsForWhatIsNotNamed() {
        Experiment experiment = Experiment.parse(DATA + "batch: 4\n");

        assertThat(experiment.batch()).isEqualTo(4);
        assertThat(experiment.data().training()).containsExactly("synthetic:5");
        assertThat(experiment.data().leastParts()).isEqualTo(6);
        assertThat(experiment.architecture().name()).isEqualTo("lite");
    }

    @Test
    void shouldReadWhatItWrites() {
        Experiment experiment =
                Experiment.parse(DATA + "phases: [{ epochs: 1, inputSize: 96 }, { epochs: 2, inputSize: 160 }]\n");

        assertThat(Experiment.parse(experiment.toYaml())).isEqualTo(experiment);
    }

    @Test
    void shouldReadTheExperimentOfTheBundledVersion() {
        Experiment experiment = Experiment.read(Path.of("../experiments/lite.yaml"));

        assertThat(experiment.name()).isEqualTo("lite");
        assertThat(experiment.architecture().inputSize()).isEqualTo(160);
    }

    @Test
    void shouldKnowThePhaseOfEachEpoch() {
        Experiment experiment =
                Experiment.parse(DATA + "phases: [{ epochs: 1, inputSize: 96 }, { epochs: 2, inputSize: 160 }]\n");

        assertThat(experiment.epochs()).isEqualTo(3);
        assertThat(experiment.phase(0).inputSize()).isEqualTo(96);
        assertThat(experiment.phase(1).inputSize()).isEqualTo(160);
        assertThat(experiment.phase(2).inputSize()).isEqualTo(160);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "batch: 0 | batch is 0; allowed: 1 to 1024",
                "learningRate: -1 | learningRate is -1.0",
                "preset: huge | preset 'huge' is unknown; allowed: paper, lite, tiny",
                "engine: onnxruntime | engine 'onnxruntime' does not train; allowed: auto, mxnet, pytorch",
                "engine: abacus | engine 'abacus' is unknown; allowed: auto, mxnet, pytorch",
                "batches: 3 | batches",
                "phases: [] | phases is empty",
                "phases: [{ epochs: 1, inputSize: 161 }] | inputSize is 161; allowed: a multiple of 8",
                "batch: many | batch",
                "data: { training: [] } | data.training is empty",
                "data: { training: ['synthetic:5'] } | data.validation is empty",
                "data: { training: ['synthetic:5'], validation: 'synthetic:5', skeleton: worm } | data.skeleton is worm; allowed: lsp14",
                "data: { training: ['synthetic:5'], validation: 'synthetic:5', leastParts: 0 } | data.leastParts is 0",
                "augmentation: { colour: 2 } | colour is 2.0; allowed: 0 to 1",
                "name: Has Blanks | name is Has Blanks",
                "[ | not YAML",
            })
    void shouldNameTheKeyThatIsWrongAndWhatIsAllowed(String line, String message) {
        String data = line.startsWith("data") || line.startsWith("[") ? "" : DATA;

        assertThatThrownBy(() -> Experiment.parse(data + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        assertThatThrownBy(() -> Experiment.read(Path.of("gone.yaml")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone.yaml");
    }
}
