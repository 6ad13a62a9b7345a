package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.trainer.judging.Figures;

/** A run that was broken off anywhere and goes on is the run that was not. */
class ResumeTest {

    private static final int STEPS_AN_EPOCH = 2;

    @TempDir
    private Path folder;

    private final ExperimentData data = new ExperimentData(new ToyDataSet(5), new ToyDataSet(2));

    private Experiment experiment(String run, String more) {
        return Experiment.parse("""
                name: toy
                preset: tiny
                stages: 2
                architecture: { features: conv3x4/2 conv3x6/2, head: conv1x6, laterFeatures: conv1x4, laterHead: conv3x6 }
                data: { training: ['synthetic:1'], validation: 'synthetic:1' }
                phases: [{ epochs: 1, inputSize: 32 }, { epochs: 2, inputSize: 48 }]
                batch: 2
                learningRate: 0.01
                warmUpSteps: 2
                checkpointMinutes: 0.0000001
                engine: mxnet
                run: %s
                """.formatted(folder.resolve(run)) + more);
    }

    /** What a run told; breaks it off where it is to be. */
    private static final class Notes implements TrainingListener {
        private final int breakAt;
        private final List<List<Double>> losses = new ArrayList<>();
        private final List<Double> figures = new ArrayList<>();

        /** @param breakAt steps after which the run is broken off; negative: never */
        Notes(int breakAt) {
            this.breakAt = breakAt;
        }

        @Override
        public void stepped(Progress progress) {
            if (losses.size() == breakAt) {
                throw new BrokenOff();
            }
            losses.add(progress.losses());
        }

        @Override
        public void judged(int epoch, Figures pck, boolean best) {
            figures.add(pck.mean().orElseThrow());
        }
    }

    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Notes run(Experiment experiment, boolean resume, int breakAt) throws Exception {
        Notes notes = new Notes(breakAt);
        try {
            new Training(experiment, data, notes).run(resume, (network, pck, engine) -> pck);
        } catch (BrokenOff e) {
            assertThat(breakAt).isNotNegative();
        }
        return notes;
    }

    /** Each breaks off after so many steps: within an epoch, or where the next epoch, input size and lesson begin. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | scheme: joint",
                "2 | optimiser: sgd; learningRate: 0.001; weightDecay: 0.0005; schedule: drops; dropEpochs: 1",
                "2 | scheme: stagewise; lessonEpochs: [1, 2]; averaging: 0",
                "3 | scheme: stagewise-then-joint; clip: 1",
                "5 | scheme: joint-without-intermediate; averaging: 0.5",
            })
    void shouldGoOnAsIfItHadNotStopped(int stop, String line) throws Exception {
        String keys = line.replace("; ", "\n");
        Notes unbroken = run(experiment("unbroken", keys), false, -1);
        Notes before = run(experiment("broken", keys), false, stop);

        Notes after = run(experiment("broken", keys + "\nloaders: 3"), true, -1);

        before.losses.addAll(after.losses);
        assertSame(before.losses, unbroken.losses);
        before.figures.addAll(after.figures);
        assertThat(before.figures).isEqualTo(unbroken.figures);
        assertThat(Files.readAllLines(folder.resolve("broken/curve.csv")))
                .hasSameSizeAs(Files.readAllLines(folder.resolve("unbroken/curve.csv")));
    }

    private static void assertSame(List<List<Double>> losses, List<List<Double>> expected) {
        assertThat(losses).hasSameSizeAs(expected).hasSize(3 * STEPS_AN_EPOCH);
        for (int i = 0; i < losses.size(); i++) {
            assertThat(losses.get(i)).hasSameSizeAs(expected.get(i));
            for (int t = 0; t < losses.get(i).size(); t++) {
                double loss = expected.get(i).get(t);
                assertThat(losses.get(i).get(t))
                        .as("step %d, stage %d", i + 1, t + 1)
                        .isEqualTo(loss, within(1e-5 * loss));
            }
        }
    }

    @Test
    void shouldNotGoOnAsAnotherExperiment() throws Exception {
        run(experiment("run", ""), false, 3);
        byte[] before = Files.readAllBytes(folder.resolve("run/last.checkpoint"));

        assertThatThrownBy(() -> run(experiment("run", "learningRate: 0.02"), true, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("learningRate: 0.01 → 0.02");
        assertThat(Files.readAllBytes(folder.resolve("run/last.checkpoint"))).isEqualTo(before);
        assertThat(Files.readString(folder.resolve("run/experiment.yaml"))).contains("learningRate: 0.01");
    }

    @Test
    void shouldBeginWhereAnotherRunEnded() throws Exception {
        String longer = "phases: [{ epochs: 12, inputSize: 32 }]\ncheckpointMinutes: 5";
        Notes first = run(experiment("first", longer), false, -1);

        Notes second = run(
                experiment(
                        "second",
                        "phases: [{ epochs: 1, inputSize: 32 }]\nstart: " + folder.resolve("first/last.checkpoint")),
                false,
                -1);

        double untaught = first.losses.get(0).get(1);
        assertThat(second.losses).hasSize(STEPS_AN_EPOCH);
        assertThat(second.losses.get(0).get(1)).isLessThan(0.9 * untaught);
    }
}
