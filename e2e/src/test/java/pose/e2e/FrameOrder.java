package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.Chaos;
import pose.e2e.chaos.ChaosReport;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.StreamOptions;

/**
 * Each camera's frames are answered in their order, by several threads of several instances that take whole batches over
 * all cameras, and also where one of them is killed.
 */
@Tag("chaos")
@BrokerPromise
class FrameOrder {

    private static final int FRAMES_PER_SECOND = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldBeKeptOverThreadsInstancesAndKills() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withExactlyOnce(true)
                    .with("--threads", "2");
            List<Instance> instances = List.of(
                    stream.with("--instance", "worker-1").instance(folder.resolve("worker-1")),
                    stream.with("--instance", "worker-2").instance(folder.resolve("worker-2")));
            Chaos chaos = Chaos.on(kafka.bootstrap(), "FrameOrder", ChaosSettings.given());

            // when
            ChaosReport report = chaos.run(Load.MIXED, FRAMES_PER_SECOND, instances);

            // then
            assertThat(report.everyKillHitWork()).as(report.kills().toString()).isTrue();
            assertThat(report.verdict().disordered()).as(report.toString()).isEmpty();
            assertThat(report.verdict().exactlyOnce()).as(report.toString()).isTrue();
        }
    }
}
