package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.PoseEstimator;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.trainer.data.DataSet;
import pose.trainer.data.KeptDataSet;
import pose.trainer.judging.Evaluation;
import pose.trainer.judging.Figures;

class TrainingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Experiment experiment(int epochs, String more) {
        return Experiment.parse("""
                name: tiny
                preset: tiny
                stages: 2
                data: { training: ["synthetic:96"], validation: "synthetic:48" }
                phases: [{ epochs: %d, inputSize: 64 }]
                batch: 8
                learningRate: 0.005
                warmUpSteps: 10
                augmentation: { rotation: 10, scaleFrom: 0.9, scaleTo: 1.1, flip: false, colour: 0.1 }
                engine: mxnet
                run: %s
                store: %s
                """.formatted(epochs, folder.resolve("run"), folder.resolve("store")) + more);
    }

    /** What a run tells. */
    private static final class Notes implements TrainingListener {
        final List<List<Double>> losses = new ArrayList<>();
        final List<Double> figures = new ArrayList<>();

        @Override
        public void stepped(Progress progress) {
            losses.add(progress.losses());
        }

        @Override
        public void judged(int epoch, Figures pck, boolean best) {
            figures.add(pck.mean().orElseThrow());
        }

        double meanLoss(int from, int to) {
            return losses.subList(from, to).stream()
                    .mapToDouble(l -> l.get(l.size() - 1))
                    .average()
                    .orElseThrow();
        }
    }

    @Test
    void shouldLearnAndPublishWhatItLearnt() throws Exception {
        Experiment experiment = experiment(6, "");
        ExperimentData opened = ExperimentData.open(experiment.data());
        ExperimentData data =
                new ExperimentData(new KeptDataSet(opened.training(), 0), new KeptDataSet(opened.validation(), 0));
        Notes notes = new Notes();

        PublishedResult result = new Training(experiment, data, notes)
                .run(false, new ResultPublisher(experiment, data, NOON, "abc123")::publish);

        assertThat(notes.losses).hasSize(72);
        assertThat(notes.meanLoss(60, 72)).isLessThan(0.6 * notes.meanLoss(0, 12));
        double best = notes.figures.stream().mapToDouble(d -> d).max().orElseThrow();
        assertThat(best).isGreaterThan(notes.figures.get(0)).isGreaterThan(15);
        Path version = folder.resolve("store/tiny/2026-01-02.1");
        assertThat(result).isEqualTo(new PublishedResult(VersionId.parse("tiny/2026-01-02.1"), version.toString()));
        assertPublished(version, data.validation(), best);
        assertThat(Files.readAllLines(folder.resolve("run/curve.csv"))).hasSize(7);
    }

    private static void assertPublished(Path folder, DataSet validation, double figure) throws Exception {
        WeightsVersion version = WeightsVersion.open(folder);
        assertThat(version.manifest().gitCommit()).isEqualTo("abc123");
        assertThat(version.manifest().training()).containsEntry("seed", 1).containsKey("data");
        assertThat(version.manifest().architecture().batchNorm()).isFalse();
        assertThat(version.manifest().files()).containsKeys("experiment.yaml", "curve.csv", "report.html");
        String experiment = Files.readString(folder.resolve("experiment.yaml"));
        assertThat(experiment).contains("learningRate: 0.005").doesNotContain("run:", "store:");
        assertThat(Experiment.parse(experiment).batch()).isEqualTo(8);
        assertThat(Files.readAllLines(folder.resolve("curve.csv"))).hasSize(7);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("tiny/2026-01-02.1 on ", "loss by stage", "Worst cases", "data-figure=\"pck@0.2/mean\"");
        try (PoseEstimator estimator = PoseEstimator.load(version)) {
            Figures pck = new Evaluation(validation, 0.2).judge(estimator::estimate);
            // Folded in, the normalisation rounds differently: a part at the threshold may fall to the other side.
            assertThat(pck.mean().orElseThrow()).isBetween(figure - 1, figure + 1);
        }
    }
}
