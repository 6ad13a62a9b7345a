package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.judge.JudgedEvents;
import pose.athlete.MatchScene;
import pose.athlete.SceneOptions;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledLocator;
import pose.trainer.judging.sequence.SequenceFigures;
import pose.trainer.judging.sequence.SequenceJudge;

/**
 * With the locator and the weights that come along, six athletes who cross, leave and come back are found, kept apart and kept the
 * same, through JPEG, Kafka and the stream.
 */
class SyntheticMatch {

    /** A minute with {@code -Dpose.match.seconds=60}. */
    private static final int SECONDS = Integer.getInteger("pose.match.seconds", 8);

    /**
     * What the bundled locator reaches in this scene, less what another machine's rounding may change. The goals are recall and precision
     * 0.95, IDF1 0.90 and PCK 75: a better locator raises these numbers.
     */
    private static final double RECALL = 0.86;

    private static final double PRECISION = 0.93;
    private static final double IDF1 = 0.80;
    private static final double PCK = 70;

    @TempDir
    private Path folder;

    @Test
    void shouldFindEveryAthleteAndKnowWhoIsWho() throws IOException, BadWeightsException {
        assumeTrue(BundledLocator.open().isPresent(), "no locator comes with this build: nobody can be looked for");
        String scene = "people=6&fps=25&width=640&height=360&seed=1&seconds=" + SECONDS;
        Path events = folder.resolve("events.jsonl");

        PoseRun run = PoseRun.of("demo", "--source", "synthetic:match?" + scene, "--out", events.toString());

        assertThat(run.exitCode()).as(run.reason()).isZero();
        SequenceFigures figures = judged(scene, events);
        assertThat(figures.frames()).isEqualTo(25 * SECONDS);
        assertThat(figures.located().all().recall())
                .as("recall in %s", run.out())
                .isGreaterThanOrEqualTo(RECALL);
        assertThat(figures.located().all().precision())
                .as("precision in %s", run.out())
                .isGreaterThanOrEqualTo(PRECISION);
        assertThat(figures.identities().orElseThrow().f1())
                .as("IDF1 in %s", run.out())
                .isGreaterThanOrEqualTo(IDF1);
        assertThat(figures.pck().orElseThrow()).as("PCK in %s", run.out()).isGreaterThanOrEqualTo(PCK);
    }

    private static SequenceFigures judged(String scene, Path events) throws IOException {
        JudgedEvents judged = new JudgedEvents(
                new MatchScene(SceneOptions.parse(scene, MatchScene.DEFAULT)), String.valueOf(events.getFileName()));
        try (BufferedReader lines = Files.newBufferedReader(events)) {
            judged.read(lines, Optional.empty());
        }
        return judged.figures(SequenceJudge.LEAST_VISIBLE);
    }
}
