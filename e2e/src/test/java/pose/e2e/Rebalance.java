package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.StreamOptions;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;

/**
 * Instances of one stream come and go under load, and share the cameras anew each time: nothing is lost, nothing is
 * repeated, and every camera stays in order.
 */
@BrokerPromise
class Rebalance {

    private static final int FRAMES_PER_SECOND = 150;
    private static final int THREADS = 2;
    private static final int PARTITIONS = 8;
    private static final Load CAMERAS = new Load(16, 23);
    private static final Duration LONGEST = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldLoseNothingAndRepeatNothingWhenInstancesComeAndGo() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), PARTITIONS);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withExactlyOnce(true)
                    .with("--threads", Integer.toString(THREADS));
            try (Instance first = stream.instance(folder.resolve("first"));
                    Instance second = stream.instance(folder.resolve("second"));
                    Instance third = stream.instance(folder.resolve("third"));
                    AnswerLog log = AnswerLog.open(kafka.bootstrap());
                    Feeder feeder = Feeder.start(kafka.bootstrap(), CAMERAS, FRAMES_PER_SECOND)) {

                // when
                first.start();
                awaitSharing(kafka, 1, log);
                second.start();
                third.start();
                awaitSharing(kafka, 3, log);
                String told = second.stop();
                awaitSharing(kafka, 2, log);
                third.kill();
                awaitSharing(kafka, 1, log);
                Published published = feeder.stop();
                log.awaitSettled(published.total(), LONGEST);
                List<String> farewells = List.of(told, first.stop());
                log.awaitEnd(LONGEST);

                // then
                Verdict verdict = Verifier.judge(published, log.answers());
                System.out.println("Rebalance: " + verdict);
                assertThat(verdict.exactlyOnce()).as(verdict.toString()).isTrue();
                assertThat(farewells)
                        .allSatisfy(farewell -> assertThat(farewell).containsPattern("stopped: .*poses out [1-9]"));
            }
        }
    }

    /** Waits until this many instances have a part in the work and new frames are answered. */
    private static void awaitSharing(TestKafka kafka, int instances, AnswerLog log) {
        GroupMembers.await(kafka.bootstrap(), THREADS * instances, LONGEST);
        log.awaitAnswered(log.answered() + FRAMES_PER_SECOND, LONGEST);
    }
}
