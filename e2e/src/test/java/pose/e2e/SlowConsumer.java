package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Moments;
import pose.e2e.chaos.Pictures;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.StreamOptions;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;

/** A broker that takes answers slowly, and a reader that is away, cost time: no frame, and no memory. */
class SlowConsumer {

    private static final Load WHOLE_PICTURES = new Load(8, 0);
    private static final int FRAMES_PER_CAMERA = 200;
    private static final int PICTURE_BYTES = 250_000;
    /** Less than half of what lies ahead: whoever took it all in would have no memory left. */
    private static final int HEAP_MEBIBYTES = 176;

    private static final double SLOW_BYTES_PER_SECOND = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldCostNeitherFramesNorMemory() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            Published published = Feeder.publishAll(
                    kafka.bootstrap(),
                    WHOLE_PICTURES,
                    FRAMES_PER_CAMERA,
                    Pictures.render().padded(PICTURE_BYTES));
            slowDown(kafka.bootstrap());
            StreamOptions options = StreamOptions.of(kafka.bootstrap(), UntrainedWeights.publish(folder))
                    .withHeap(HEAP_MEBIBYTES)
                    .with("--max-queue", "32")
                    .withExactlyOnce(true);
            try (Instance stream = options.instance(folder.resolve("worker"))) {

                // when
                stream.start();
                readALittleAndGo(kafka.bootstrap(), stream);
                Moments.await(Duration.ofSeconds(5));
                try (AnswerLog log = AnswerLog.open(kafka.bootstrap())) {
                    log.awaitSettled(published.total(), PATIENCE);
                    stream.requireAlive();
                    String told = stream.stop();
                    log.awaitEnd(PATIENCE);

                    // then
                    Verdict verdict = Verifier.judge(published, log.answers());
                    System.out.println("SlowConsumer: " + verdict);
                    assertThat(verdict.exactlyOnce()).as(verdict + "\n" + told).isTrue();
                    assertThat(told).doesNotContain("OutOfMemoryError");
                }
            }
        }
    }

    private static void readALittleAndGo(String bootstrap, Instance stream) {
        try (AnswerLog log = AnswerLog.open(bootstrap)) {
            log.awaitAnswered(1, PATIENCE);
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + ": " + stream.diary(), e);
        }
    }

    /** Whoever has no quota of its own, which a name that is null stands for; Map.of takes none. */
    private static Map<String, String> defaultClient() {
        Map<String, String> entity = new HashMap<>();
        entity.put(ClientQuotaEntity.CLIENT_ID, null);
        return entity;
    }

    /** From now on every producer has to wait for the broker. */
    private static void slowDown(String bootstrap) throws Exception {
        ClientQuotaEntity everyone = new ClientQuotaEntity(defaultClient());
        try (Admin admin = Admin.create(Clients.of(bootstrap))) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                            everyone,
                            List.of(new ClientQuotaAlteration.Op("producer_byte_rate", SLOW_BYTES_PER_SECOND)))))
                    .all()
                    .get();
        }
    }
}
