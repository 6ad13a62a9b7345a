package pose.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.trainer.TrainingListener;

/** Each study from its first run to its files, on a few rendered athletes. */
class StudiesTest {

    @TempDir
    private Path folder;

    private Setting setting(int stages, int epochs, int pictures, List<Long> seeds) {
        return new Setting(
                "synthetic:24",
                "synthetic:8",
                "tiny",
                stages,
                null,
                32,
                epochs,
                pictures,
                8,
                0.01,
                seeds,
                0.0625,
                "mxnet",
                folder.resolve("out"));
    }

    /** Counts what is run and what is only read. */
    private static final class Notes implements StudyListener {
        final List<String> begun = new ArrayList<>();
        int kept;

        @Override
        public void begins(int number, int runs, Variant variant, long seed) {
            begun.add(variant.name() + " " + seed);
        }

        @Override
        public void stepped(TrainingListener.Progress progress) {}

        @Override
        public void done(int number, int runs, RunResult result, boolean isKept) {
            kept += isKept ? 1 : 0;
        }
    }

    private Results run(Study study, Setting setting, Notes notes, boolean resume) throws Exception {
        return new StudyRunner(study, setting, notes).run(resume);
    }

    private void assertWritten(Study study, Setting setting, Results results, int rows) throws Exception {
        Report report = study.report(setting, results);
        Path document = ReportFiles.write(study, setting, results, report, "pose experiment x --epochs 1");

        String text = Files.readString(document);
        assertThat(text).contains("pose experiment x --epochs 1", "synthetic:athlete", "steps");
        assertThat(text).contains(report.main().toMarkdown());
        assertThat(report.main().rows()).hasSize(rows);
        assertThat(report.plots()).isNotEmpty();
        for (Plot plot : report.plots()) {
            assertThat(text).contains(plot.file() + ".png");
            Path png = setting.out().resolve(plot.file() + ".png");
            assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(400);
        }
        for (String csv : report.files().keySet()) {
            assertThat(Files.readAllLines(setting.out().resolve(csv + ".csv")))
                    .hasSizeGreaterThan(results.variants().size());
        }
        assertThat(setting.out().resolve("work")).doesNotExist();
    }

    @Test
    void shouldCompareBaselinesThatLearn() throws Exception {
        Setting setting = setting(1, 6, 0, List.of(1L));
        Study study = new BaselinesStudy();

        Results results = run(study, setting, new Notes(), false);

        assertThat(results.variants())
                .containsExactly("mean pose", "4 convolutions", "VGG16 × 0.0625", "CPM, 1 stages");
        for (String regression : List.of("4 convolutions", "VGG16 × 0.0625")) {
            List<EpochResult> epochs = results.of(regression).get(0).epochs();
            assertThat(epochs.get(5).losses().get(0))
                    .isLessThan(0.95 * epochs.get(0).losses().get(0));
            LayerWeights first = epochs.get(0).weights().get(0);
            assertThat(first.layer()).isEqualTo("conv1_1");
            assertThat(first.zeroActivations()).isBetween(0.01, 0.99);
            assertThat(first.weights().total()).isGreaterThan(100);
        }
        assertThat(results.of("4 convolutions").get(0).pck()).isGreaterThan(5);
        assertThat(results.runs())
                .filteredOn(r -> !r.epochs().isEmpty())
                .allMatch(r -> r.facts().steps() == 18);
        assertWritten(study, setting, results, 4);
    }

    @Test
    void shouldTrainANetworkForEachNumberOfStages() throws Exception {
        Setting setting = setting(2, 1, 8, List.of(1L, 2L));
        Study study = new StagesStudy();

        Results results = run(study, setting, new Notes(), false);

        assertThat(results.variants()).containsExactly("T=1", "T=2");
        assertThat(results.of("T=2")).hasSize(2).allMatch(r -> r.stages().size() == 2);
        assertThat(results.facts("T=2").receptiveField())
                .isGreaterThan(results.facts("T=1").receptiveField());
        assertThat(results.trainingName()).startsWith("8 of ");
        assertWritten(study, setting, results, 2);
    }

    @Test
    void shouldGiveEverySchemeTheSameSteps() throws Exception {
        Setting setting = setting(2, 3, 8, List.of(1L));
        Study study = new SchemesStudy();

        Results results = run(study, setting, new Notes(), false);

        assertThat(results.variants()).hasSize(4).first().isEqualTo("(i) joint");
        assertThat(results.runs())
                .allMatch(r -> r.facts().steps() == 3)
                .allMatch(r -> r.stages().size() == 2);
        assertWritten(study, setting, results, 4);
    }

    @Test
    void shouldRefuseFewerEpochsThanASchemeHasLessons() {
        Setting setting = setting(2, 2, 8, List.of(1L));

        assertThatThrownBy(() -> run(new SchemesStudy(), setting, new Notes(), false))
                .hasMessageContaining("--epochs is 2")
                .hasMessageContaining("at least 3");
    }

    @Test
    void shouldCompareReceptiveFieldsAtNearlyEqualCost() throws Exception {
        Setting setting = setting(1, 1, 8, List.of(1L));
        Study study = new ReceptiveFieldStudy();

        Results results = run(study, setting, new Notes(), false);

        List<Integer> fields =
                results.runs().stream().map(r -> r.facts().receptiveField()).toList();
        assertThat(fields).containsExactly(7, 15, 23, 39, 55, 87, 119, 167);
        long most = results.runs().stream()
                .mapToLong(r -> r.facts().parameters())
                .max()
                .orElseThrow();
        assertThat(results.runs()).allMatch(r -> r.facts().parameters() > 0.97 * most);
        assertWritten(study, setting, results, 8);
    }

    @Test
    void shouldSeeGradientsVanishWithoutIntermediateSupervision() throws Exception {
        Setting setting = setting(3, 1, 8, List.of(1L));
        Study study = new GradientsStudy();

        Results results = run(study, setting, new Notes(), false);

        List<LayerGradients> with =
                results.of(GradientsStudy.WITH).get(0).epochs().get(0).gradients();
        List<LayerGradients> without =
                results.of(GradientsStudy.WITHOUT).get(0).epochs().get(0).gradients();
        assertThat(with)
                .extracting(LayerGradients::layer)
                .startsWith("features.00")
                .endsWith("stage3.out");
        assertThat(without).hasSameSizeAs(with);
        assertThat(with.get(0).magnitudes().quantileWithin(0.5))
                .isGreaterThan(without.get(0).magnitudes().quantileWithin(0.5));
        assertWritten(study, setting, results, 17);
    }

    @Test
    void shouldNotRunAgainWhatIsKept() throws Exception {
        Study study = new StagesStudy();
        Results before = run(study, setting(1, 1, 8, List.of(1L)), new Notes(), false);
        Notes notes = new Notes();

        Results after = run(study, setting(2, 1, 8, List.of(1L)), notes, true);

        assertThat(notes.begun).containsExactly("T=2 1");
        assertThat(notes.kept).isEqualTo(1);
        assertThat(after.of("T=1")).isEqualTo(before.runs());
    }

    @Test
    void shouldKnowARunAgainWhateverOrderItsKeysAreIn() {
        Variant.Machine variant = (Variant.Machine) new ReceptiveFieldStudy()
                .variants(setting(1, 1, 8, List.of(1L)), 14)
                .get(3);

        assertThat(variant.conditions())
                .containsEntry(
                        "architecture", "{features=conv3x12/2 conv3x24/2, head=conv3x24 conv3x24 conv3x24 conv3x24}");
    }

    @Test
    void shouldRefuseToMixRunsOfOtherSettings() throws Exception {
        Study study = new StagesStudy();
        run(study, setting(1, 1, 8, List.of(1L)), new Notes(), false);
        Setting other = setting(1, 2, 8, List.of(1L));

        assertThatThrownBy(() -> run(study, other, new Notes(), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stages-T_1-seed1.json")
                .hasMessageContaining("epochs 1, this is 2");
    }

    @Test
    void shouldRefuseASettingThatFitsNoNetworkBeforeAnythingRuns() {
        Notes notes = new Notes();
        Setting setting = new Setting(
                "synthetic:8", "synthetic:8", "tiny", 1, null, 34, 1, 0, 8, 0.004, List.of(1L), 1, "mxnet", folder);

        assertThatThrownBy(() -> run(new StagesStudy(), setting, notes, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("34")
                .hasMessageContaining("multiple of 4");
        assertThat(notes.begun).isEmpty();
    }
}
