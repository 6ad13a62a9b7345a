package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.people.Figure;
import pose.e2e.people.Scenes;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.schema.TrackEvent;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;

/** Whatever is, or is not, in a frame: one event, everyone in it, and no end to the stream. */
class OddFrames {

    private static final int SHOTS = 10;
    private static final int FRAME_US = 40_000;
    private static final long EPOCH = 1_700_000_000_000_000L;
    private static final long EARLIER_EPOCH = EPOCH - 3_600_000_000L;

    private static List<PoseFrame> events = List.of();
    private static List<TrackEvent> changes = List.of();

    @BeforeAll
    static void seeThemAll(@TempDir Path folder) throws Exception {
        Scenes scenes = new Scenes();
        for (int i = 0; i < SHOTS; i++) {
            add(scenes, "empty", i, i == 4 || i == 5 ? List.of() : List.of(Figure.at(300, 180, 100)));
            add(scenes, "deserted", i, List.of());
            add(scenes, "crowd", i, crowd(i));
            add(scenes, "border", i, List.of(Figure.at(-20, 180, 200), Figure.at(630, 390, 200)));
            add(scenes, "flat", i, List.of(flat(100 + i), nowhere()));
            boolean large = i >= SHOTS / 2;
            int scale = large ? 2 : 1;
            scenes.add("resized", EPOCH, i, time(EPOCH, i), 640 * scale, 360 * scale, List.of(at(scale)));
            scenes.add("reshaped", EPOCH, i, time(EPOCH, i), large ? 480 : 640, 360, List.of(at(1)));
            scenes.add("backwards", EPOCH, i, time(EPOCH, i), 640, 360, List.of(at(1)));
        }
        for (int i = 0; i < SHOTS; i++) {
            scenes.add("backwards", EARLIER_EPOCH, i, time(EARLIER_EPOCH, i), 640, 360, List.of(at(1)));
        }
        run(scenes, folder);
    }

    private static void run(Scenes scenes, Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.temporary()) {
            Clients.createTopics(broker.bootstrap(), 2);
            StreamConfig config = StreamConfig.of(broker.bootstrap()).withStateDir(folder);
            try (PoseStream stream = new PoseStream(config, scenes.inference())) {
                stream.start();
                publish(broker.bootstrap(), scenes.frames());
                Awaitility.await("an answer to every frame")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> stream.failure().isPresent()
                                || stream.progress().framesIn()
                                        == scenes.frames().size());
                assertThat(stream.failure()).isEmpty();
            }
            events = TopicRecords.values(broker.bootstrap(), Topics.KEYPOINTS);
            changes = TopicRecords.values(broker.bootstrap(), Topics.TRACKS);
            assertThat(TopicRecords.of(broker.bootstrap(), Topics.GAPS)).isEmpty();
        }
        assertThat(events).hasSameSizeAs(scenes.frames());
    }

    private static void publish(String bootstrap, List<Frame> frames) {
        try (var producer = new KafkaProducer<>(
                Clients.of(bootstrap),
                Topics.FRAMES.keySerde().serializer(),
                Topics.FRAMES.valueSerde().serializer())) {
            for (Frame frame : frames) {
                var unused = producer.send(new ProducerRecord<>(Topics.FRAMES.name(), frame.getCamera(), frame));
            }
        }
    }

    @Test
    void shouldAnswerFramesWithNobodyInThemAndKnowWhoComesBack() {
        assertThat(of("deserted"))
                .hasSize(SHOTS)
                .allSatisfy(event -> assertThat(event.getPeople()).isEmpty());
        assertThat(of("empty"))
                .extracting(event -> event.getPeople().size())
                .containsExactly(1, 1, 1, 1, 0, 0, 1, 1, 1, 1);
        assertThat(tracks("empty").distinct()).containsExactly(1L);
    }

    @Test
    void shouldTellTwoHundredPeopleApart() {
        assertThat(of("crowd"))
                .allSatisfy(event -> assertThat(event.getPeople()).hasSize(200));
        assertThat(of("crowd").subList(1, SHOTS))
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 200).boxed().toList()));
    }

    @Test
    void shouldFollowPeopleWhomTheBorderCuts() {
        assertThat(of("border").subList(1, SHOTS))
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactly(1L, 2L));
        assertThat(of("border").get(0).getPeople().get(0).getBox().getX()).isEqualTo(-120);
    }

    @Test
    void shouldFollowBoxesOfOnePixelAndOfNone() {
        assertThat(of("flat").subList(1, SHOTS))
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactly(1L, 2L));
        assertThat(of("flat"))
                .allSatisfy(event -> assertThat(event.getPeople())
                        .allSatisfy(person -> assertThat(person.getSmoothed())
                                .hasSize(14)
                                .allSatisfy(part ->
                                        assertThat(part.getX() + part.getY()).isFinite())));
    }

    @Test
    void shouldCountAnewInAnEpochThatIsEarlier() {
        assertThat(of("backwards"))
                .extracting(PoseFrame::getEpoch)
                .containsExactlyElementsOf(IntStream.range(0, 2 * SHOTS)
                        .mapToObj(i -> i < SHOTS ? EPOCH : EARLIER_EPOCH)
                        .toList());
        assertThat(changesOf("backwards"))
                .containsExactly(
                        EPOCH + "/1 ENTERED 1", EPOCH + "/" + (SHOTS - 1) + " LEFT 1", EARLIER_EPOCH + "/1 ENTERED 1");
    }

    @Test
    void shouldKnowPeopleAgainInAPictureOfAnotherSize() {
        assertThat(changesOf("resized")).containsExactly(EPOCH + "/1 ENTERED 1");
        assertThat(of("resized").get(SHOTS - 1).getWidth()).isEqualTo(1280);
        assertThat(of("resized")).noneMatch(PoseFrame::getCut);
    }

    @Test
    void shouldTakeAPictureOfAnotherShapeForAnotherScene() {
        int first = SHOTS / 2;
        assertThat(changesOf("reshaped"))
                .containsExactly(
                        EPOCH + "/1 ENTERED 1",
                        EPOCH + "/" + first + " CUT null",
                        EPOCH + "/" + first + " LEFT 1",
                        EPOCH + "/" + (first + 1) + " ENTERED 2");
        assertThat(of("reshaped").stream().filter(PoseFrame::getCut))
                .extracting(PoseFrame::getSequence)
                .containsExactly((long) first);
    }

    private static void add(Scenes scenes, String camera, int sequence, List<Pose> people) {
        scenes.add(camera, EPOCH, sequence, time(EPOCH, sequence), 640, 360, people);
    }

    private static long time(long epoch, int sequence) {
        return epoch + (long) FRAME_US * sequence;
    }

    private static Pose at(int scale) {
        return Figure.at(300 * scale, 180 * scale, 100 * scale);
    }

    private static List<Pose> crowd(int shot) {
        return IntStream.range(0, 200)
                .mapToObj(i -> Figure.at(20 + 32 * (i % 20) + shot, 20 + 36 * (i / 20), 30))
                .toList();
    }

    private static Pose flat(double y) {
        List<Keypoint> line = Figure.at(100, y, 60).keypoints().stream()
                .map(part -> new Keypoint(part.x(), y, part.score()))
                .toList();
        return new Pose(new Box(70, y, 60, 1), 0.5, line);
    }

    private static Pose nowhere() {
        List<Keypoint> point = Figure.at(500, 200, 60).keypoints().stream()
                .map(part -> new Keypoint(500, 200, 0))
                .toList();
        return new Pose(new Box(500, 200, 0, 0), 0, point);
    }

    private static List<PoseFrame> of(String camera) {
        return events.stream().filter(event -> event.getCamera().equals(camera)).toList();
    }

    private static Stream<Long> tracks(String camera) {
        return of(camera).stream()
                .flatMap(event -> event.getPeople().stream())
                .map(Person::getTrack)
                .filter(Objects::nonNull);
    }

    /** Each as EPOCH/SEQUENCE KIND TRACK. */
    private static List<String> changesOf(String camera) {
        return changes.stream()
                .filter(change -> change.getCamera().equals(camera))
                .map(change -> change.getEpoch() + "/" + change.getSequence() + " " + change.getKind() + " "
                        + change.getTrack())
                .toList();
    }
}
