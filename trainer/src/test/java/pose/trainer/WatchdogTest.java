package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.network.Preset;
import pose.trainer.judging.Figures;

class WatchdogTest {

    @TempDir
    private Path folder;

    private final ExperimentData data = new ExperimentData(new ToyDataSet(40), new ToyDataSet(2));

    private Experiment experiment(String more) {
        return Experiment.parse("""
                name: toy
                preset: tiny
                stages: 2
                architecture: { features: conv3x4/2 conv3x6/2, head: conv1x6, laterFeatures: conv1x4, laterHead: conv3x6 }
                data: { training: ['synthetic:1'], validation: 'synthetic:1' }
                phases: [{ epochs: 3, inputSize: 32 }]
                batch: 2
                warmUpSteps: 0
                flatSteps: 20
                engine: mxnet
                run: %s
                """.formatted(folder) + more);
    }

    static final TrainingListener DEAF = new TrainingListener() {
        @Override
        public void stepped(Progress progress) {}

        @Override
        public void judged(int epoch, Figures pck, boolean best) {}
    };

    private void run(Experiment experiment) throws Exception {
        new Training(experiment, data, DEAF).run(false, (network, pck, engine) -> pck);
    }

    /** The real thing, brought about on purpose. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimiser: sgd; learningRate: 1; architecture: { batchNorm: false } | training diverged at epoch 1, step \\d+: .*; lower learningRate, .*",
                "optimiser: sgd; learningRate: 0.5; peakWeight: 10 | training diverged at epoch 1, step \\d+: for 5 steps .* running median .*",
                "learningRate: 1 | training collapsed at epoch \\d, step \\d+: for 20 steps .* flat.* change learningRate, .*",
                "learningRate: 0.00000001 | training collapsed at epoch 1, step 20: .* flat.*",
                "learningRate: 0.00000001; warmUpSteps: 15 | training collapsed at epoch 2, step 15: .* flat.*",
                "peakWeight: 0; learningRate: 0.01; optimiser: sgd | training collapsed at epoch \\d, step .* flat.*",
            })
    void shouldStopTrainingThatComesToNothing(String keys, String message) {
        assertThatThrownBy(() -> run(experiment(keys.replace("; ", "\n"))))
                .isInstanceOf(TrainingFailure.class)
                .message()
                .matches(message);
    }

    @Test
    void shouldKeepWhatWasThereBeforeItWentWrong() throws Exception {
        Path last = folder.resolve("last.checkpoint");
        run(experiment("phases: [{ epochs: 1, inputSize: 32 }]\nlearningRate: 0.01"));
        byte[] before = Files.readAllBytes(last);
        Experiment worse = experiment("learningRate: 1\nstart: " + last + "\ncheckpointMinutes: 0.0000001");
        Files.write(last, before);

        assertThatThrownBy(() -> run(worse)).isInstanceOf(TrainingFailure.class);

        assertThat(Checkpoint.read(last).epoch()).isZero();
    }

    @Test
    void shouldNotStopWhereALossIsHighOnceOrFallsFarAndComesBackALittle() {
        Watchdog watchdog = new Watchdog(Preset.TINY.architecture(14, 2), 0, 20);
        double[] losses = {100, 90, 80, 40, 20, 900, 15, 10, 5, 4, 3, 20, 25, 20, 3, 3};

        assertThatCode(() -> {
                    for (int i = 0; i < losses.length; i++) {
                        watchdog.look("here", i + 1, new StepResult(new float[] {1}, losses[i], 0.5));
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void shouldStopAtOnceWhereTheLossIsNoNumber(double loss) {
        Watchdog watchdog = new Watchdog(Preset.TINY.architecture(14, 2), 0, 20);

        assertThatThrownBy(() -> watchdog.look("epoch 3, step 7", 1, new StepResult(new float[] {1}, loss, 0.5)))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("epoch 3, step 7: the loss is " + loss);
    }
}
