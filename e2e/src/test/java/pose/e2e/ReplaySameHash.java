package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.PoseProcess;
import pose.schema.Frame;
import pose.schema.Original;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;

/**
 * Two replays of the same footage and weights put out the same, whatever their speed, and say so by one hash; another weights
 * version, another frame or one changed byte gives another.
 */
class ReplaySameHash {

    private static final Pattern HASH = Pattern.compile("hash +(\\p{XDigit}{64}) .*");

    private static EmbeddedBroker broker;

    @TempDir
    private static Path folder = Path.of("");

    private static Path weights = Path.of("");

    @BeforeAll
    static void recordTwoCameras() throws IOException {
        broker = EmbeddedBroker.temporary();
        Clients.createTopics(broker.bootstrap(), 2);
        run("ingest", "--camera", "a", "--source", "synthetic:athlete?seconds=1&fps=20&width=96&height=64");
        run("ingest", "--camera", "b", "--source", "synthetic:athlete?seconds=1&fps=15&width=96&height=64&seed=2");
        weights = UntrainedWeights.publish(folder);
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldBeOneForTheSameFramesAtAnySpeed() {
        String slow = hash("--cameras", "a,b", "--speed", "2", "--to-topic", "frames.at-2");
        String fast = hash("--cameras", "b,a", "--speed", "max", "--to-topic", "frames.at-max");

        assertThat(fast).isEqualTo(slow);
        assertThat(pictures("frames.at-max")).isEqualTo(pictures("frames.at-2")).hasSize(35);
    }

    @Test
    void shouldBeOneForTheSameFile() {
        String[] args = {"--camera", "x=synthetic:athlete?seconds=1&fps=20&width=96&height=64", "--to-topic", "file"};

        String slow = hash(append(args, "--speed", "4"));
        String fast = hash(append(args, "--speed", "max"));

        assertThat(fast).isEqualTo(slow);
    }

    @Test
    void shouldBeAnotherForAnotherFrameOrOneChangedByte() throws Exception {
        // given
        copy("copied", Integer.MAX_VALUE);
        copy("changed", 7);

        // when
        String all = hash("--cameras", "a,b", "--speed", "max", "--to-topic", "sink");
        String copied = hash("--cameras", "a,b", "--from-topic", "copied", "--speed", "max", "--to-topic", "sink");
        String changed = hash("--cameras", "a,b", "--from-topic", "changed", "--speed", "max", "--to-topic", "sink");
        String fewer = hash("--cameras", "a", "--speed", "max", "--to-topic", "sink");

        // then
        assertThat(copied).isEqualTo(all);
        assertThat(changed).isNotEqualTo(all);
        assertThat(fewer).isNotEqualTo(all).isNotEqualTo(changed);
    }

    @Test
    void shouldBeOneForTheSameFramesAndWeightsWithTheSamePosesBitForBit() {
        String slow = infer(weights, "--speed", "4", "--to-topic", "poses.at-4");
        String fast = infer(weights, "--speed", "max", "--to-topic", "poses.at-max");

        assertThat(fast).isEqualTo(slow);
        assertThat(poses("poses.at-max")).isEqualTo(poses("poses.at-4")).hasSize(35);
        assertThat(TopicRecords.of(broker.bootstrap(), Topics.KEYPOINTS.named("poses.at-max")))
                .allSatisfy(record -> assertThat(record.headers().lastHeader(Topics.TRUTH_HEADER))
                        .isNotNull());
    }

    @Test
    void shouldBeAnotherForAnotherWeightsVersion() throws IOException {
        Path other = UntrainedWeights.publish(folder, "2");

        assertThat(infer(other, "--speed", "max", "--to-topic", "other"))
                .isNotEqualTo(infer(weights, "--speed", "max", "--to-topic", "this"));
    }

    private static String infer(Path version, String... args) {
        return hash(append(
                args, "--cameras", "a,b", "--weights", version.toString(), "--batch", "8", PoseProcess.WHOLE_PICTURES));
    }

    /** What a replay says its hash is. */
    private static String hash(String... args) {
        return run("replay", args).out().stream()
                .map(HASH::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The frames topic once more, in one record with one byte changed. */
    private static void copy(String to, int changed) throws InterruptedException, ExecutionException {
        List<ConsumerRecord<String, Frame>> records = TopicRecords.of(broker.bootstrap(), Topics.FRAMES);
        Topic<String, Frame> topic = Topics.FRAMES.named(to);
        Clients.create(broker.bootstrap(), List.of(topic), 2);
        try (KafkaProducer<String, Frame> producer = new KafkaProducer<>(
                Clients.of(broker.bootstrap()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer())) {
            for (int i = 0; i < records.size(); i++) {
                ConsumerRecord<String, Frame> record = records.get(i);
                if (i == changed) {
                    ByteBuffer image = record.value().getImage();
                    image.put(image.limit() - 1, (byte) (image.get(image.limit() - 1) ^ 1));
                }
                producer.send(new ProducerRecord<>(
                                to, null, record.timestamp(), record.key(), record.value(), record.headers()))
                        .get();
            }
        }
    }

    private static List<String> pictures(String topic) {
        return TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named(topic)).stream()
                .map(frame -> frame.getCamera()
                        + frame.getOriginal()
                        + frame.getImage().hashCode())
                .sorted()
                .toList();
    }

    /** What was seen in each frame, by the frame it was. */
    private static List<String> poses(String topic) {
        List<String> poses = new ArrayList<>();
        for (PoseFrame event : TopicRecords.values(broker.bootstrap(), Topics.KEYPOINTS.named(topic))) {
            Original original = Objects.requireNonNull(event.getOriginal());
            List<Person> people = event.getPeople();
            poses.add(event.getCamera() + original + people + event.getWeights());
        }
        return poses.stream().sorted().toList();
    }

    private static String[] append(String[] args, String... further) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(further));
        return all.toArray(String[]::new);
    }

    private static PoseRun run(String command, String... args) {
        PoseRun run = PoseRun.of(append(new String[] {command}, append(args, "--bootstrap", broker.bootstrap())));
        assertThat(run.exitCode()).as(run.reason()).isZero();
        return run;
    }
}
