package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.InputCheck;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Moments;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.StreamOptions;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;

/** A broker that dies and is away for a while is waited for: the stream goes on by itself, and nothing is lost. */
@BrokerPromise
class BrokerRestart {

    private static final int FRAMES_PER_SECOND = 100;
    private static final Duration LONGEST = Patience.LONGEST;
    /** With its start, longer than Kafka Streams' transactions may take by default. */
    private static final Duration AWAY = Duration.ofSeconds(6);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldCostNothingButTime(boolean exactlyOnce) throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withExactlyOnce(exactlyOnce)
                    .with("--instance", "worker-1");
            try (Instance instance = stream.instance(folder.resolve("worker-1"));
                    AnswerLog log = AnswerLog.open(kafka.bootstrap());
                    Feeder feeder = Feeder.start(kafka.bootstrap(), Load.MIXED, FRAMES_PER_SECOND)) {
                instance.start();
                awaitWork(instance, log);

                // when
                kafka.kill();
                Moments.await(AWAY);
                kafka.start();
                awaitWork(instance, log);
                Published published = feeder.stop();
                log.awaitSettled(published.total(), LONGEST);
                String told = instance.stop();
                log.awaitEnd(LONGEST);

                // then
                InputCheck.requireEachFrameOnce(kafka.bootstrap(), published);
                Verdict verdict = Verifier.judge(published, log.answers());
                System.out.println("BrokerRestart, exactly once " + exactlyOnce + ": " + verdict);
                assertThat(verdict.atLeastOnce()).as(verdict + "\n" + told).isTrue();
                assertThat(verdict.repeated().isEmpty() || !exactlyOnce)
                        .as(verdict + "\n" + told)
                        .isTrue();
                assertThat(instance.lives()).isOne();
            }
        }
    }

    private static void awaitWork(Instance instance, AnswerLog log) {
        try {
            log.awaitAnswered(log.answered() + FRAMES_PER_SECOND, LONGEST);
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + ": " + instance.diary(), e);
        }
        instance.requireAlive();
    }
}
