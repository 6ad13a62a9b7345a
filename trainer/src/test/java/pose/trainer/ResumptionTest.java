package pose.trainer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {

    private static final Path FILE = Path.of("run/experiment.yaml");
    private static final int EPOCH = 2;

    private static Experiment experiment(String more) {
        return Experiment.parse("""
                data: { training: ['lspet:/one/place/lspet?last=80'], validation: 'lspet:/one/place/lspet' }
                phases: [{ epochs: 2, inputSize: 32 }, { epochs: 4, inputSize: 64 }]
                stages: 2
                """ + more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "learningRate: 0.01 | learningRate: 0.002 → 0.01",
                "augmentation: { rotation: 12 } | augmentation.rotation: 40.0 → 12.0",
                "seed: 7 | seed: 1 → 7",
                "scheme: stagewise | scheme: ~joint~ → ~stagewise~",
                "optimiser: sgd | optimiser: ~adam~ → ~sgd~",
                "architecture: { sigma: 2 } | architecture.sigma: null → 2.0",
                "phases: [{ epochs: 6, inputSize: 64 }] | phases: inputSize of epoch 1, which has begun, 32 → 64",
                "phases: [{ epochs: 6, inputSize: 32 }] | phases: the last inputSize, at which epochs are judged, 64 → 32",
            })
    void shouldNameWhatDiffers(String change, String message) {
        assertThatThrownBy(() -> Resumption.check(experiment(""), experiment(change), FILE, EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(FILE.toString())
                .hasMessageContaining(message.replace('~', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loaders: 4",
                "checkpointMinutes: 1",
                "run: elsewhere",
                "store: elsewhere",
                "name: other",
                "phases: [{ epochs: 2, inputSize: 32 }, { epochs: 9, inputSize: 64 }]",
                "phases: [{ epochs: 2, inputSize: 32 }, { epochs: 1, inputSize: 64 }]",
            })
    void shouldLetChangeWhatDoesNotChangeWhatIsLearnt(String change) {
        assertThatCode(() -> Resumption.check(experiment(""), experiment(change), FILE, EPOCH))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lspet:/another/place/lspet?last=80 | true",
                "lspet:/one/place/lspet?last=90 | false",
                "lsp:/one/place/lspet?last=80 | false"
            })
    void shouldFindTheSameDataInAnotherPlace(String training, boolean isSame) {
        Experiment moved =
                Experiment.parse(experiment("").toYaml().replace("lspet:/one/place/lspet?last=80", training));

        if (isSame) {
            assertThatCode(() -> Resumption.check(experiment(""), moved, FILE, EPOCH))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Resumption.check(experiment(""), moved, FILE, EPOCH))
                    .hasMessageContaining("data.training");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[2, 4] | [2, 4] | true", "[2, 4] | [3, 3] | false", "[1, 5] | [2, 4] | false"})
    void shouldKeepTheLessonsThatHaveBegun(String before, String now, boolean isAllowed) {
        Experiment one = experiment("scheme: stagewise\nlessonEpochs: " + before);
        Experiment other = experiment("scheme: stagewise\nlessonEpochs: " + now);

        if (isAllowed) {
            assertThatCode(() -> Resumption.check(one, other, FILE, EPOCH)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Resumption.check(one, other, FILE, EPOCH)).hasMessageContaining("lessonEpochs");
        }
    }
}
