package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.Frame;
import pose.schema.Topics;

/** A replay leaves nothing out while Kafka is away: it waits, is late, says so, and every frame comes once and in order. */
@BrokerPromise
class PatientReplay {

    private static final int FRAMES = 300;
    private static final Duration LONGEST_RUN = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldWaitForABrokerThatWentAway() throws Exception {
        try (TestKafka kafka = Kafkas.open()) {
            // given
            Clients.createTopics(kafka.bootstrap(), 1);
            // Next to no room for what Kafka has not taken.
            Path settings = Files.writeString(
                    folder.resolve("small.properties"), "buffer.memory=30000\nmax.request.size=20000\n");
            try (PoseProcess replay = PoseProcess.start(
                    folder,
                    List.of(
                            "replay",
                            "--bootstrap",
                            kafka.bootstrap(),
                            "--kafka-config",
                            settings.toString(),
                            "--camera",
                            "a=synthetic:athlete?seconds=5&fps=60&width=96&height=64"))) {
                Awaitility.await().atMost(LONGEST_RUN).until(() -> frames(kafka).size() > 5);

                // when
                kafka.stop();
                kafka.start();

                // then
                assertThat(replay.endsWithin(LONGEST_RUN)).as(replay.err()).isTrue();
                assertThat(replay.exitCode()).as(replay.err()).isZero();
                assertThat(replay.out())
                        .contains(FRAMES + ", " + FRAMES + " records acknowledged")
                        .doesNotContain("late          0 frames");
                assertThat(frames(kafka).stream().map(Frame::getSequence))
                        .containsExactlyElementsOf(
                                LongStream.range(0, FRAMES).boxed().toList());
            }
        }
    }

    private static List<Frame> frames(TestKafka kafka) {
        return TopicRecords.values(kafka.bootstrap(), Topics.FRAMES);
    }
}
