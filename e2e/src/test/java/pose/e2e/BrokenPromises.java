package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.Chaos;
import pose.e2e.chaos.ChaosReport;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.broken.DeferringStream;
import pose.e2e.chaos.broken.RepeatingStream;
import pose.e2e.process.PoseProcess;

/** A stream that breaks a promise is caught: by the same kills under the same load, and by the same verifier. */
class BrokenPromises {

    private static final int FRAMES_PER_SECOND = 200;
    private static final int KILLS = 2;
    /** What is lost is not waited for longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldBeFoundWhereResultsAreDeferredPastTheRecordTheyBelongTo() throws Exception {
        // when
        ChaosReport report = killed("DeferringStream", DeferringStream.class);

        // then
        assertThat(report.everyKillHitWork()).as(report.kills().toString()).isTrue();
        assertThat(report.verdict().lost()).as(report.toString()).isNotEmpty();
        assertThat(report.verdict().atLeastOnce()).as(report.toString()).isFalse();
    }

    @Test
    void shouldBeFoundWhereAnswersAndOffsetsAreNotCommittedTogether() throws Exception {
        // when
        ChaosReport report = killed("RepeatingStream", RepeatingStream.class);

        // then
        assertThat(report.everyKillHitWork()).as(report.kills().toString()).isTrue();
        assertThat(report.verdict().repeated()).as(report.toString()).isNotEmpty();
        assertThat(report.verdict().exactlyOnce()).as(report.toString()).isFalse();
    }

    private ChaosReport killed(String name, Class<?> program) {
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            ChaosSettings settings =
                    new ChaosSettings(KILLS, ChaosSettings.given().seed());
            Chaos chaos = Chaos.on(kafka.bootstrap(), name, settings).withPatience(PATIENCE);
            Instance instance = new Instance(
                    folder, life -> PoseProcess.start(life, program.getName(), List.of(), List.of(kafka.bootstrap())));
            return chaos.run(Load.MIXED, FRAMES_PER_SECOND, List.of(instance));
        }
    }
}
