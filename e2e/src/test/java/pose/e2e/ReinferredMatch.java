package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Topics;

/**
 * A recorded match inferred again is the same bit for bit each time, also where it was killed on the way and went on; another
 * version is told apart from the one before, part by part.
 */
class ReinferredMatch {

    private static final Pattern HASH = Pattern.compile("hash +(\\p{XDigit}{64}) .*");
    private static final int FRAMES = 700;
    private static final int BROKEN = 1;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LONGEST = Patience.LONGEST;

    private static EmbeddedBroker broker;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void recordAMatch() throws Exception {
        broker = EmbeddedBroker.temporary();
        Clients.createTopics(broker.bootstrap(), 2);
        run("ingest", "--camera", "a", "--source", "synthetic:athlete?seconds=14&fps=25&width=96&height=64");
        run("ingest", "--camera", "b", "--source", "synthetic:athlete?seconds=14&fps=25&width=96&height=64&seed=2");
        Frame last = TopicRecords.values(broker.bootstrap(), Topics.FRAMES).get(FRAMES - 1);
        breakPicture(last);
        UntrainedWeights.publish(folder);
        UntrainedWeights.publish(folder, "2");
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldGoOnAfterAKillAsIfThereHadBeenNone() throws Exception {
        // given
        String unbroken = hash(run(reinfer("1", "unbroken")));
        String killed = killedHalfway();

        // when
        PoseRun resumed = run(reinfer("1", killed));

        // then
        assertThat(resumed.out().get(0)).matches("frames +[1-9]\\d* by .*, after \\d+ that were done");
        assertThat(hash(resumed)).isEqualTo(unbroken);
        // What was committed last is there for readers a moment later.
        Awaitility.await()
                .atMost(LONGEST)
                .untilAsserted(() ->
                        assertThat(seen(killed)).isEqualTo(seen("unbroken")).hasSize(FRAMES));
        assertThat(hash(run(reinfer("1", killed)))).as("nothing left to do").isEqualTo(unbroken);
    }

    @Test
    void shouldTellWhatAnotherVersionChanges() throws Exception {
        // given
        Path json = folder.resolve("changes.json");

        // when
        PoseRun run = run(append(reinfer("2", "second"), "--against", "untrained/1", "--json", json.toString()));

        // then
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.path("frames").asInt()).isEqualTo(FRAMES + BROKEN);
        assertThat(figures.path("unseen").asInt()).isEqualTo(BROKEN);
        assertThat(figures.at("/changes/frames").asInt()).isEqualTo(FRAMES);
        assertThat(figures.at("/changes/identical_frames").asInt()).isZero();
        assertThat(figures.at("/changes/parts/l_wrist/median_px").asDouble()).isPositive();
        assertThat(run.out()).contains("from untrained/1 to untrained/2:");
        assertThat(run.out()).anyMatch(line -> line.startsWith("l_wrist "));
    }

    @Test
    void shouldSeeExactlyWhatAReplayWithTheSameWeightsSees() throws Exception {
        // given
        PoseRun replay = PoseRun.of(append(
                weights("1", "replay"),
                "--cameras",
                "a,b",
                "--speed",
                "max",
                "--to-topic",
                "replayed",
                "--bootstrap",
                broker.bootstrap()));
        assertThat(replay.reason()).contains("1 of 701 frames could not be looked at");
        Path json = folder.resolve("same.json");

        // when
        run(append(reinfer("1", "again"), "--against-topic", "replayed", "--json", json.toString()));

        // then
        JsonNode changes = new ObjectMapper().readTree(json.toFile()).path("changes");
        assertThat(changes.path("identical_frames").asInt()).isEqualTo(FRAMES);
        assertThat(changes.path("unmatched_frames").asInt()).isZero();
    }

    @Test
    void shouldTakeEveryCameraAndKeepATopicToOneJob() {
        // given
        String[] everything = append(weights("1", "reinfer"), "--from", "2000-01-01T00:00:00Z", "--to-topic", "taken");

        // when
        PoseRun first = run(everything);
        PoseRun other = PoseRun.of(append(reinfer("2", "taken"), "--bootstrap", broker.bootstrap()));

        // then
        assertThat(first.out()).contains("frames        " + (FRAMES + BROKEN) + " by untrained/1 to topic taken");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.reason())
                .contains("topic taken holds events of another job: pose.frames.v1 of a,b from 2000-01-01T00:00:00Z")
                .contains("give a topic of its own");
    }

    /**
     * Kills a run; where the machine was so busy with something else that it was done by then, one into another topic.
     *
     * @return the topic
     */
    private static String killedHalfway() {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String topic = "killed-" + attempt;
            List<String> command = new ArrayList<>(List.of(reinfer("1", topic)));
            command.addAll(List.of("--bootstrap", broker.bootstrap()));
            Clients.create(broker.bootstrap(), List.of(Topics.KEYPOINTS.named(topic)), 2);
            try (PoseProcess run = PoseProcess.start(folder.resolve(topic), command)) {
                awaitFirstEvent(topic);
                run.kill();
            }
            if (seen(topic).size() < FRAMES) {
                return topic;
            }
        }
        throw new AssertionError("in " + MOST_ATTEMPTS + " attempts the run was always done first");
    }

    /** Returns as soon as one is committed: the run is at the next ones then. */
    private static void awaitFirstEvent(String topic) {
        Properties config = Clients.of(broker.bootstrap());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
            consumer.seekToBeginning(consumer.assignment());
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(LONGEST)
                    .until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
        }
    }

    private static String[] reinfer(String version, String topic) {
        return append(weights(version, "reinfer"), "--cameras", "a,b", "--batch", "8", "--to-topic", topic);
    }

    private static String[] weights(String version, String command) {
        return new String[] {
            command,
            PoseProcess.WHOLE_PICTURES,
            "--weights",
            "untrained/" + version,
            "--weights-store",
            folder.toString()
        };
    }

    private static String hash(PoseRun run) {
        return run.out().stream()
                .map(HASH::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** What each event says but for when it was made, those that a killed run took back left out: who is where, which frame it was, in which place of how large a batch. */
    private static List<String> seen(String topic) {
        List<String> seen = new ArrayList<>();
        for (PoseFrame event : TopicRecords.committed(broker.bootstrap(), Topics.KEYPOINTS.named(topic))) {
            Provenance from = Objects.requireNonNull(event.getProvenance());
            seen.add(event.getCamera() + "/" + event.getEpoch() + "/" + event.getSequence() + " "
                    + event.getPeople() + " " + from.getPartition() + ":" + from.getOffset() + " "
                    + from.getBatchPlace() + " of " + from.getBatchSize());
        }
        return seen;
    }

    /** One more frame of the camera, whose picture does not decode. */
    private static void breakPicture(Frame last) throws Exception {
        Frame broken = new Frame(
                last.getCamera(),
                last.getEpoch(),
                last.getSequence() + 1,
                last.getCaptureTimeUs() + 40_000,
                null,
                96,
                64,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.wrap(new byte[] {1, 2, 3}));
        try (KafkaProducer<String, Frame> producer = new KafkaProducer<>(
                Clients.of(broker.bootstrap()),
                Topics.FRAMES.keySerde().serializer(),
                Topics.FRAMES.valueSerde().serializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.FRAMES.name(), null, broken.getCaptureTimeUs() / 1000, broken.getCamera(), broken))
                    .get();
        }
    }

    private static String[] append(String[] args, String... further) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(further));
        return all.toArray(String[]::new);
    }

    private static PoseRun run(String... args) {
        PoseRun run = PoseRun.of(append(args, "--bootstrap", broker.bootstrap()));
        assertThat(run.exitCode()).as(run.reason()).isZero();
        return run;
    }
}
