package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.e2e.chaos.Chaos;
import pose.e2e.chaos.ChaosReport;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.StreamOptions;

/** A stream that is told to end and started again loses nothing and repeats nothing, also where it promises less. */
class GracefulRestart {

    private static final int FRAMES_PER_SECOND = 200;
    private static final int RESTARTS = 1;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLoseNothingAndRepeatNothing(boolean exactlyOnce) throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withExactlyOnce(exactlyOnce)
                    .with("--instance", "worker-1");
            ChaosSettings settings =
                    new ChaosSettings(RESTARTS, ChaosSettings.given().seed());
            Chaos chaos =
                    Chaos.on(kafka.bootstrap(), "GracefulRestart", settings).graceful();

            // when
            ChaosReport report =
                    chaos.run(Load.MIXED, FRAMES_PER_SECOND, List.of(stream.instance(folder.resolve("worker-1"))));

            // then
            assertThat(report.everyKillHitWork()).as(report.kills().toString()).isTrue();
            assertThat(report.verdict().exactlyOnce()).as(report.toString()).isTrue();
        }
    }
}
