package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.e2e.process.PoseProcess;
import pose.schema.Frame;
import pose.schema.Topics;

/** What cannot be used is told in one line that names it, with exit code 1, and nothing that came before it is lost. */
class BadInput {

    @TempDir
    private static Path folder = Path.of("");

    private static EmbeddedBroker broker;

    @BeforeAll
    static void makeTopics() {
        broker = EmbeddedBroker.temporary();
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
        Path cut = BrokenClips.cut(folder, 40);
        Path events = folder.resolve("cut.jsonl");

        // when
        PoseRun run = PoseRun.of(
                "demo",
                PoseProcess.WHOLE_PICTURES,
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
    void shouldPublishWhatIsThereOfATruncatedVideoAndThenTellTheCut() throws IOException {
        // given
        Path cut = BrokenClips.cut(folder, 40);

        // when
        PoseRun run =
                PoseRun.of("ingest", "--camera", "cut", "--source", cut.toString(), "--bootstrap", broker.bootstrap());

        // then
        List<Long> published = sequencesOnTheTopic("cut");
        int there = published.size();
        assertThat(there).isBetween(5, 39);
        assertThat(published)
                .containsExactlyElementsOf(LongStream.range(0, there).boxed().toList());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .filteredOn(line -> !line.startsWith("frames acknowledged"))
                .containsExactly("pose ingest: " + cut + " is cut short: " + there + " of 40 pictures are there");
    }

    @Test
    void shouldNameTheFileWithoutAVideoStream() throws IOException {
        Path audio = BrokenClips.withoutVideo(folder.resolve("audio.mp4"));

        assertFails(ingest(audio.toString()), audio.toString(), "no video stream");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "20000, 20000"})
    void shouldNameTheFileThatDeclaresAnImpossiblePicture(int width, int height) throws IOException {
        Path clip = BrokenClips.declaring(folder.resolve("declaring-" + width + ".mp4"), width, height);

        assertFails(ingest(clip.toString()), clip.toString(), width + "×" + height, "allowed: 1 to 8192 a side");
    }

    @Test
    void shouldNameTheBrokerThatDoesNotAnswerAfterABoundedWait() {
        // given
        String nobody = "127.0.0.1:" + closedPort();
        long from = System.nanoTime();

        // when
        PoseRun run = PoseRun.of(
                "ingest", "--camera", "c", "--source", "synthetic:athlete", "--bootstrap", nobody, "--wait", "1");

        // then
        assertFails(run, nobody, "within 1 s");
        // Left to itself, Kafka's client waits a minute.
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(30));
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
    void shouldNameTheFolderOfWeightsThatIsMissing() {
        Path none = folder.resolve("no-weights");

        assertFails(
                PoseRun.of("stream", "--weights", none.toString(), "--bootstrap", broker.bootstrap()), none.toString());
    }

    @Test
    void shouldNameTheTopicThatIsMissing() {
        try (EmbeddedBroker empty = EmbeddedBroker.temporary()) {

            PoseRun run = PoseRun.of("watch", "--bootstrap", empty.bootstrap());

            assertFails(run, Topics.KEYPOINTS.name(), "pose topics create");
        }
    }

    @Test
    void shouldReplayWhatIsThereOfATruncatedVideoAndThenTellTheCut() throws IOException {
        // given
        Path cut = BrokenClips.cut(folder, 40);

        // when
        PoseRun run = replay("--camera", "cut-replay=" + cut, "--speed", "max", "--to-topic", "cut.replayed");

        // then
        int there = TopicRecords.of(broker.bootstrap(), Topics.FRAMES.named("cut.replayed"))
                .size();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(there).isBetween(5, 39);
        assertThat(run.out()).contains("camera        cut-replay: " + there);
        assertThat(run.reason())
                .isEqualTo("pose replay: " + cut + " is cut short: " + there + " of 40 pictures are there");
    }

    @Test
    void shouldNameTheRecordingThatCannotBeReplayed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.avi"), "These are notes, not pictures.\n".repeat(100));

        assertFails(replay("--camera", "c=" + text), text.toString());
        assertFails(replay("--camera", "c=" + folder.resolve("none.mkv")), folder.resolve("none.mkv") + "");
        assertFails(
                replay("--camera", "c=synthetic:athlete?seconds=1&width=1920&height=1080"),
                "max.message.bytes",
                "100000");
        PoseRun live = replay("--camera", "c=rtsp://me:secret@127.0.0.1:" + closedPort() + "/1");
        assertFails(live, "camera c", "is live", "pose ingest");
        assertThat(live.reason()).doesNotContain("secret");
    }

    @Test
    void shouldNameTheSliceThatIsNotOnTheTopic() {
        assertFails(replay("--from", "nobody/1/2"), "--from nobody/1/2", Topics.FRAMES.name());
        assertFails(replay("--cameras", "c", "--from", "7:0"), "--from 7:0", "partitions 0 to 0");
        assertFails(replay("--cameras", "c", "--from-topic", "no.such"), "topic no.such is not on");
        PoseRun run = replay("--cameras", "nobody");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.reason()).contains("no frame to replay", Topics.FRAMES.name());
    }

    @Test
    void shouldNameTheWeightsThatAReplayCannotUse() {
        Path none = folder.resolve("no-such-weights");

        assertFails(
                replay("--cameras", "c", "--weights", none.toString(), "--to-topic", "poses.none"), none.toString());
    }

    @Test
    void shouldNameWhatCannotBeRecorded() {
        String out = folder.resolve("clip.mp4").toString();

        assertFails(record("nobody", "--out", out), Topics.FRAMES.name(), "no frame of camera nobody");
        assertFails(record("c", "--out", folder.resolve("none/clip.mp4") + ""), "--out", "there is no folder");
        assertFails(record("c", "--out", out, "--poses", folder.toString()), "--poses", "is a folder");
        assertFails(record("c", "--out", out, "--events-topic", "no.such"), "topic no.such is not on");
        assertThat(folder.resolve("clip.mp4")).doesNotExist();
    }

    private static PoseRun replay(String... args) {
        return with("replay", args);
    }

    private static PoseRun record(String camera, String... args) {
        List<String> all = new ArrayList<>(List.of("--camera", camera));
        all.addAll(List.of(args));
        return with("record", all.toArray(String[]::new));
    }

    private static PoseRun with(String command, String... args) {
        List<String> all = new ArrayList<>(List.of(command, "--bootstrap", broker.bootstrap()));
        all.addAll(List.of(args));
        return PoseRun.of(all.toArray(String[]::new));
    }

    private static PoseRun ingest(String source) {
        return PoseRun.of("ingest", "--camera", "c", "--source", source, "--bootstrap", broker.bootstrap());
    }

    private static void assertFails(PoseRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).singleElement().asString().startsWith("pose ").contains(named);
    }

    private static List<Long> sequencesOnTheTopic(String camera) {
        try (KafkaConsumer<String, Frame> consumer = new KafkaConsumer<>(
                kafka(),
                Topics.FRAMES.keySerde().deserializer(),
                Topics.FRAMES.valueSerde().deserializer())) {
            TopicPartition all = new TopicPartition(Topics.FRAMES.name(), 0);
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
            List<Long> sequences = new ArrayList<>();
            Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(3)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(frame -> {
                    if (frame.key().equals(camera)) {
                        sequences.add(frame.value().getSequence());
                    }
                });
                return consumer.position(all) >= end;
            });
            return sequences;
        }
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cluster cluster() {
        return Cluster.reach(kafka(), null, Duration.ofSeconds(15));
    }

    private static Properties kafka() {
        Properties kafka = new Properties();
        kafka.setProperty("bootstrap.servers", broker.bootstrap());
        return kafka;
    }
}
