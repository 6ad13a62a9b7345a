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
import pose.e2e.chaos.Load;
import pose.e2e.chaos.StreamOptions;

/** Without further options, each frame is answered, however often the stream was killed; some may be answered again. */
@Tag("chaos")
@BrokerPromise
class AtLeastOnce {

    private static final int FRAMES_PER_SECOND = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldLoseNothingWhenTheStreamIsKilled() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .with("--instance", "worker-1");
            Chaos chaos = Chaos.on(kafka.bootstrap(), "AtLeastOnce", ChaosSettings.given());

            // when
            ChaosReport report =
                    chaos.run(Load.MIXED, FRAMES_PER_SECOND, List.of(stream.instance(folder.resolve("worker-1"))));

            // then
            assertThat(report.everyKillHitWork()).as(report.kills().toString()).isTrue();
            assertThat(report.verdict().atLeastOnce()).as(report.toString()).isTrue();
        }
    }
}
