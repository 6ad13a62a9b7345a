package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.ingest.recording.VideoWriter;
import pose.schema.Topics;

/** What cannot be used is told in one line that names it, with exit code 1, and nothing that came before it is lost. */
class BadInput {

    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedBroker broker = EmbeddedBroker.temporary();

    @BeforeAll
    static void makeTopics() {
        // The frames topic takes less than a picture of hard noise.
        cluster().create(Topics.ALL, 1, Map.of("max.message.bytes", "100000"));
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldNameTheFileThatIsNoVideo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "These are notes, not pictures.\n".repeat(100));

        assertFails(ingest(text.toString()), text.toString());
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        Path none = folder.resolve("none.mp4");

        assertFails(ingest(none.toString()), none.toString());
    }

    @Test
    void shouldProcessWhatIsThereOfATruncatedVideoAndThenTellTheCut() throws IOException {
        // given
        Path clip = clip(folder.resolve("whole.mp4"), 40);
        byte[] bytes = Files.readAllBytes(clip);
        Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * 6 / 10));
        Path events = folder.resolve("cut.jsonl");

        // when
        PoseRun run = PoseRun.of(
                "demo",
                "--source",
                cut.toString(),
                "--weights",
                UntrainedWeights.publish(folder.resolve("cut-store")).toString(),
                "--out",
                events.toString());

        // then
        int there = Files.readAllLines(events).size();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(there).isBetween(5, 39);
        assertThat(run.reason()).contains(cut + " is cut short: " + there + " of 40 pictures");
        assertThat(run.out()).contains("poses out     " + there);
    }

    @Test
    void shouldNameTheLimitThatFramesMayExceedBeforeAnyIsSent() {
        PoseRun run = ingest("synthetic:athlete?seconds=1&width=1920&height=1080");

        assertFails(run, "max.message.bytes", Topics.FRAMES.name(), "100000");
    }

    @Test
    void shouldNameTheOptionOfASyntheticSourceThatIsUnknown() {
        assertFails(ingest("synthetic:athlete?colour=red"), "colour");
    }

    @Test
    void shouldNameTheWeightsFileThatIsNotWhatItsManifestSays() throws IOException {
        Path weights = UntrainedWeights.publish(folder.resolve("store"));
        Path file = weights.resolve("weights.params");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        PoseRun run = PoseRun.of("stream", "--weights", weights.toString(), "--bootstrap", broker.bootstrap());

        assertFails(run, file.toString(), "SHA-256");
    }

    @Test
    void shouldNameTheTopicThatIsMissing() {
        try (EmbeddedBroker empty = EmbeddedBroker.temporary()) {

            PoseRun run = PoseRun.of("watch", "--bootstrap", empty.bootstrap());

            assertFails(run, Topics.KEYPOINTS.name(), "pose topics create");
        }
    }

    /** Noise that differs from picture to picture: all are about as large, wherever the clip is cut. */
    private static Path clip(Path file, int frames) throws IOException {
        Random random = new Random(1);
        byte[] bgr = new byte[96 * 64 * 3];
        try (VideoWriter writer = new VideoWriter(file, 96, 64, 25)) {
            for (int i = 0; i < frames; i++) {
                random.nextBytes(bgr);
                writer.write(bgr, i * 40_000L);
            }
        }
        return file;
    }

    private static PoseRun ingest(String source) {
        return PoseRun.of("ingest", "--camera", "c", "--source", source, "--bootstrap", broker.bootstrap());
    }

    private static void assertFails(PoseRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().startsWith("pose ").contains(named);
    }

    private static Cluster cluster() {
        Properties kafka = new Properties();
        kafka.setProperty("bootstrap.servers", broker.bootstrap());
        return Cluster.reach(kafka, null, Duration.ofSeconds(15));
    }
}
