package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.VersionId;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.versions.Turmoil;
import pose.e2e.versions.TurmoilReport;
import pose.schema.Topics;

/**
 * Twenty and one publish, promote, roll back and collect versions at once, and are killed: what a channel points to can always be opened, no
 * change is lost, and none is made without knowing the one before.
 */
@Tag("chaos")
@BrokerPromise
class AgreedVersions {

    private static final int PROCESSES = 3;
    private static final int WORKERS_EACH = 7;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldAgreeWithTheStoreWhoeverIsKilled() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.create(kafka.bootstrap(), List.of(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS), 1);
            Path template = UntrainedWeights.publish(folder.resolve("template"));
            try (Turmoil turmoil = Turmoil.in(
                    folder, Clients.of(kafka.bootstrap()), template, PROCESSES, WORKERS_EACH, ChaosSettings.given())) {

                // when
                TurmoilReport report = turmoil.run();

                // then
                System.out.println("AgreedVersions: " + report);
                assertThat(report.broken(turmoil.store())).as(report.toString()).isEmpty();
                assertThat(report.activations()).isPositive();
                turmoil.store().sweepLeftovers(Duration.ZERO);
                for (VersionId version : turmoil.store().versions()) {
                    assertThat(turmoil.store().open(version).id()).isEqualTo(version);
                }
            }
        }
    }
}
