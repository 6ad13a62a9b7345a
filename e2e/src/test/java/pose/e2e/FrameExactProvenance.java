package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.event.PoseEventJson;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.e2e.process.Patience;
import pose.schema.Activation;
import pose.schema.ActivationKind;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.Provenance;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.stream.BatchPolicy;
import pose.stream.LiveModel;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/**
 * Every pose event says which record its frame was, which weights looked and in which batch, whatever threads and cameras
 * were at work; {@code pose why} finds it again, and inferred once more it is the same bit for bit.
 */
class FrameExactProvenance {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CAMERAS = 5;
    private static final int FRAMES = 24;
    private static final int REPLAYED = 6;
    private static final Duration LONGEST = Patience.LONGEST;

    /** Not so long ago that a topic would forget it. */
    private static final long EPOCH = System.currentTimeMillis() * 1000 - 600_000_000;

    private static EmbeddedBroker broker;

    @TempDir
    private static Path folder = Path.of("");

    private static List<ConsumerRecord<String, Frame>> frames = List.of();
    private static List<PoseFrame> events = List.of();

    @BeforeAll
    static void lookAtSeveralCameras() throws Exception {
        broker = EmbeddedBroker.temporary();
        Clients.createTopics(broker.bootstrap(), 3);
        for (int camera = 0; camera < CAMERAS; camera++) {
            String source = "synthetic:athlete?seconds=1&fps=" + FRAMES + "&width=96&height=64&seed=" + camera;
            assertThat(why("ingest", "--camera", "cam-" + camera, "--source", source)
                            .exitCode())
                    .isZero();
        }
        byte[] jpeg =
                bytes(TopicRecords.of(broker.bootstrap(), Topics.FRAMES).get(0).value());
        publish(frame("broken", 0, false, new byte[] {1, 2, 3}), frame("late", 0, true, jpeg));
        assertThat(why("replay", "--cameras", "cam-1", "--to", replayedLast(), "--speed", "max")
                        .exitCode())
                .isZero();
        frames = TopicRecords.of(broker.bootstrap(), Topics.FRAMES);
        WeightsVersion weights = WeightsVersion.open(UntrainedWeights.publish(folder.resolve("store")));
        try (LiveModel model = LiveModel.load(weights, PersonLocator.WHOLE_IMAGE, EngineName.AUTO);
                PoseStream stream = new PoseStream(
                        StreamConfig.of(broker.bootstrap())
                                .withThreads(2)
                                .withBatching(new BatchPolicy(
                                        7, Duration.ofMillis(20), 64 << 20, Optional.of(Duration.ofMinutes(1))))
                                .withStateDir(folder.resolve("state")),
                        model)) {
            stream.start();
            Awaitility.await().atMost(LONGEST).until(() -> poses().size() == CAMERAS * FRAMES + REPLAYED);
        }
        events = poses();
    }

    private static List<PoseFrame> poses() {
        return TopicRecords.values(broker.bootstrap(), Topics.KEYPOINTS);
    }

    private static String replayedLast() {
        return TopicRecords.values(broker.bootstrap(), Topics.FRAMES).stream()
                .filter(frame -> frame.getCamera().equals("cam-1") && frame.getSequence() == REPLAYED - 1)
                .map(frame -> "cam-1/" + frame.getEpoch() + "/" + frame.getSequence())
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldNameExactlyItsFrameInEveryEvent() {
        // given
        Map<String, String> byPlace = new HashMap<>();
        frames.forEach(record -> byPlace.put(
                record.partition() + ":" + record.offset(),
                id(
                        record.value().getCamera(),
                        record.value().getEpoch(),
                        record.value().getSequence())));

        // then
        assertThat(events).allSatisfy(event -> {
            Provenance provenance = provenance(event);
            assertThat(byPlace.get(provenance.getPartition() + ":" + provenance.getOffset()))
                    .isEqualTo(id(event));
        });
        assertThat(events.stream().map(FrameExactProvenance::id).distinct()).hasSize(CAMERAS * FRAMES + REPLAYED);
    }

    @Test
    void shouldNameEachPlaceInABatchOnce() {
        Set<String> places = new HashSet<>();
        Map<String, Set<String>> cameras = new HashMap<>();
        for (PoseFrame event : events) {
            Provenance provenance = provenance(event);
            String batch = provenance.getRun() + "#" + provenance.getBatch();
            assertThat(places.add(batch + "@" + provenance.getBatchPlace()))
                    .as(provenance.toString())
                    .isTrue();
            assertThat(provenance.getBatchPlace()).isBetween(0, provenance.getBatchSize() - 1);
            assertThat(provenance.getBatchSize()).isBetween(1, 7);
            cameras.computeIfAbsent(batch, any -> new HashSet<>()).add(event.getCamera());
        }
        assertThat(cameras.values())
                .as("batches of several cameras")
                .anySatisfy(several -> assertThat(several).hasSizeGreaterThan(1));
    }

    @Test
    void shouldFindTheFrameTheWeightsAndTheSamePosesAgain() throws Exception {
        for (int i = 0; i < events.size(); i += 13) {
            // given
            PoseFrame event = events.get(i);
            Path picture = folder.resolve("picture.jpg");

            // when
            PoseRun run = why(
                    "why",
                    event.getCamera(),
                    Long.toString(event.getEpoch()),
                    Long.toString(event.getSequence()),
                    "--weights-store",
                    folder.resolve("store").toString(),
                    "--picture",
                    picture.toString(),
                    "--again",
                    "--json");

            // then
            assertThat(run.exitCode()).as(run.reason()).isZero();
            JsonNode told = json(run);
            assertThat(told.path("found").asText()).isEqualTo("pose");
            assertThat(told.path("event").toString()).isEqualTo(PoseEventJson.line(event));
            assertThat(told.at("/frame/byProvenance").asBoolean()).isTrue();
            assertThat(told.at("/frame/offset").asLong())
                    .isEqualTo(provenance(event).getOffset());
            assertThat(told.at("/weights/manifest/training/data").asText()).isEqualTo("none");
            assertThat(told.at("/again/identical").asBoolean())
                    .as(told.toString())
                    .isTrue();
            assertThat(told.at("/again/sameEngine").asBoolean()).isTrue();
            assertThat(Files.readAllBytes(picture)).isEqualTo(pictureOf(event));
        }
    }

    @Test
    void shouldTakeALineOfWatchAndDrawWhatWasSeen() throws Exception {
        // given
        PoseFrame event = events.get(3);
        Path drawn = folder.resolve("drawn.jpg");

        // when
        PoseRun run = fed(PoseEventJson.line(event) + "\n", "--drawn", drawn.toString());

        // then
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(run.out()).contains("frame         " + id(event));
        assertThat(run.out()).anyMatch(line -> line.startsWith("weights       untrained/1, SHA-256 "));
        assertThat(ImageIO.read(drawn.toFile()).getWidth()).isEqualTo(96);
    }

    @Test
    void shouldTellWhichChannelNamesTheWeights() throws Exception {
        // given
        Activation promoted = new Activation(
                "untrained",
                "stable",
                "1",
                events.get(0).getWeights().getSha256(),
                "",
                EPOCH,
                "the coach",
                "better wrists",
                ActivationKind.PROMOTED,
                List.of(),
                null);
        try (KafkaProducer<String, Activation> producer = producer(Topics.WEIGHTS)) {
            producer.send(new ProducerRecord<>(Topics.WEIGHTS.name(), "untrained/stable", promoted))
                    .get();
        }

        // when
        PoseRun run = why("why", id(events.get(0)));

        // then
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(run.out())
                .anyMatch(line -> line.startsWith("channel       untrained/stable points to it: PROMOTED ")
                        && line.endsWith(" by the coach (better wrists)"));
    }

    @Test
    void shouldTellWhatOtherWeightsSee() throws Exception {
        // given
        Path other = UntrainedWeights.publish(folder.resolve("store"), "2");

        // when
        PoseRun run = why("why", id(events.get(0)), "--again", "--weights", other.toString(), "--json");

        // then
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(json(run).at("/again/identical").asBoolean()).isFalse();
        assertThat(json(run).at("/again/cause").asText()).isEqualTo("other weights look");
        assertThat(json(run).at("/again/people/0")).hasSize(14);
    }

    @Test
    void shouldTellOfAReplayedFrameWhichItWas() throws Exception {
        // given
        PoseFrame replayed = events.stream()
                .filter(event -> event.getOriginal() != null)
                .findFirst()
                .orElseThrow();
        long original = Objects.requireNonNull(replayed.getOriginal()).getEpoch();

        // when
        PoseRun run = why("why", id(replayed));

        // then
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(run.out()).anyMatch(line -> line.startsWith("replay of     cam-1/" + original + "/"));
    }

    @Test
    void shouldTellOfAGapAndOfADeadLetter() throws Exception {
        JsonNode gap = json(why("why", "late/" + EPOCH + "/0", "--json"));
        assertThat(gap.path("found").asText()).isEqualTo("gap");
        assertThat(gap.at("/gap/reason").asText()).isEqualTo("TOO_OLD");
        assertThat(gap.at("/frame/bytes").asInt()).isPositive();

        JsonNode letter = json(why("why", "broken", Long.toString(EPOCH), "0", "--json"));
        assertThat(letter.path("found").asText()).isEqualTo("deadLetter");
        assertThat(letter.path("reason").asText()).contains("JPEG");
        assertThat(letter.at("/frame/byProvenance").asBoolean()).isTrue();
    }

    @Test
    void shouldSayThatNothingIsKnownOfAFrameThatNeverWas() {
        PoseRun run = why("why", "cam-0/" + EPOCH + "/7");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).anyMatch(line -> line.startsWith("event         none"));
    }

    @Test
    void shouldSayThatThePictureIsOlderThanItsTopicKeepsThem() throws Exception {
        // given
        Topic<String, Frame> forgetful = Topics.FRAMES.named("forgetful");
        Clients.create(broker.bootstrap(), List.of(forgetful), 3);
        try (var producer = producer(forgetful);
                Admin admin = Admin.create(Clients.of(broker.bootstrap()))) {
            Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
            for (ConsumerRecord<String, Frame> record : frames) {
                producer.send(new ProducerRecord<>("forgetful", record.partition(), record.key(), record.value()))
                        .get();
                old.put(new TopicPartition("forgetful", record.partition()), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(old).all().get();
        }

        // when
        PoseRun run = why(
                "why",
                id(events.get(0)),
                "--frames-topic",
                "forgetful",
                "--picture",
                folder.resolve("none.jpg").toString());

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.reason()).contains("the picture of frame " + id(events.get(0)), "retention");
        assertThat(folder.resolve("none.jpg")).doesNotExist();
    }

    private static PoseRun fed(String input, String... args) throws IOException {
        InputStream before = System.in;
        try (InputStream line = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))) {
            System.setIn(line);
            List<String> all = new ArrayList<>(
                    List.of("why", "--weights-store", folder.resolve("store").toString()));
            all.addAll(List.of(args));
            return why(all.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private static PoseRun why(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--bootstrap", broker.bootstrap()));
        return PoseRun.of(all.toArray(String[]::new));
    }

    private static JsonNode json(PoseRun run) throws JsonProcessingException {
        assertThat(run.out()).as(run.reason()).hasSize(1);
        return JSON.readTree(run.out().get(0));
    }

    private static byte[] pictureOf(PoseFrame event) {
        return frames.stream()
                .map(ConsumerRecord::value)
                .filter(frame -> id(frame.getCamera(), frame.getEpoch(), frame.getSequence())
                        .equals(id(event)))
                .map(FrameExactProvenance::bytes)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(Frame frame) {
        ByteBuffer image = frame.getImage().duplicate();
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        return bytes;
    }

    private static Provenance provenance(PoseFrame event) {
        return Objects.requireNonNull(event.getProvenance());
    }

    private static String id(PoseFrame event) {
        return id(event.getCamera(), event.getEpoch(), event.getSequence());
    }

    private static String id(String camera, long epoch, long sequence) {
        return camera + "/" + epoch + "/" + sequence;
    }

    private static Frame frame(String camera, long sequence, boolean live, byte[] picture) {
        return new Frame(
                camera,
                EPOCH,
                sequence,
                EPOCH,
                null,
                96,
                64,
                Encoding.JPEG,
                live,
                CaptureClock.HOST,
                null,
                null,
                ByteBuffer.wrap(picture));
    }

    private static void publish(Frame... all) throws Exception {
        try (KafkaProducer<String, Frame> producer = producer(Topics.FRAMES)) {
            for (Frame frame : all) {
                producer.send(new ProducerRecord<>(Topics.FRAMES.name(), null, EPOCH / 1000, frame.getCamera(), frame))
                        .get();
            }
        }
    }

    private static <V> KafkaProducer<String, V> producer(Topic<String, V> topic) {
        return new KafkaProducer<>(
                Clients.of(broker.bootstrap()),
                topic.keySerde().serializer(),
                topic.valueSerde().serializer());
    }
}
