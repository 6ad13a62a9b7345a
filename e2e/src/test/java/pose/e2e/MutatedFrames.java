package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.StreamOptions;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.chaos.fuzz.Mutants;

/**
 * Whatever a frame's bytes are, it is answered once, by an event or by a dead letter; no bytes bring the stream down, or
 * have it take more memory than its bound. System property {@code pose.chaos.mutants} says how many.
 */
@Tag("chaos")
class MutatedFrames {

    private static final int SHORT_FORM = 1000;
    private static final long MOST_MEMORY = 1536L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldEachBeAnsweredOnce() throws Exception {
        // given
        long seed = ChaosSettings.given().seed();
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            Published published =
                    Mutants.publish(kafka.bootstrap(), Integer.getInteger("pose.chaos.mutants", SHORT_FORM), seed);
            StreamOptions stream = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withExactlyOnce(true);
            try (Instance instance = stream.instance(folder.resolve("worker"));
                    AnswerLog log = AnswerLog.open(kafka.bootstrap(), Mutants::of)) {

                // when
                instance.start();
                log.awaitSettled(published.total(), PATIENCE);
                String state = "seed " + seed + ", published " + published.frames();
                assertThat(instance.alive()).as(state + "\n" + instance.diary()).isTrue();
                long memory = instance.peakMemory().orElse(0);
                String told = instance.stop();
                log.awaitEnd(PATIENCE);

                // then
                Verdict verdict = Verifier.judge(published, log.answers());
                System.out.printf(
                        "MutatedFrames: seed %d: %s; most memory %d MiB%n", seed, verdict, memory / (1024 * 1024));
                assertThat(verdict.exactlyOnce())
                        .as(state + "\n" + verdict + "\n" + told)
                        .isTrue();
                assertThat(memory).as(state).isLessThan(MOST_MEMORY);
            }
        }
    }
}
