package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.schema.Attention;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.TrackEvent;
import pose.skeleton.Pose;
import pose.stream.track.TrackStore;
import pose.track.TrackSettings;

/** Who is who, as the topology says it. */
@Timeout(180)
class TracksTopologyTest {

    private static final int FRAME_US = 40_000;
    private static final int WIDTH = 640;

    /** At her place, to and fro. */
    private static final Pose SPECTATOR = Standing.at(100, 60, 50);

    private final Map<Frame, List<Pose>> scene = new HashMap<>();
    private final FrameBatcher batcher = Frames.batcher(
            FakeInference.seeing(request -> Standing.everyone(scene.getOrDefault(request.frame(), List.of()))),
            new BatchPolicy(16, Duration.ZERO, 1 << 20));
    private final Path folder;
    private TopologyTestDriver driver;

    TracksTopologyTest(@TempDir Path folder) {
        this.folder = folder;
        driver = driver(Optional.of(TrackSettings.defaults()));
    }

    @AfterEach
    void close() {
        driver.close();
        batcher.close();
    }

    @Test
    void shouldGiveEveryoneANumberAndSteadyKeypointsAndTellWhoCame() {
        // when
        for (int i = 0; i < 5; i++) {
            pipe(frame("yard", 1, i), runner(i), SPECTATOR);
        }

        // then
        List<PoseFrame> events = events();
        assertThat(events.get(0).getPeople()).extracting(Person::getTrack).containsOnlyNulls();
        assertThat(events.subList(1, 5))
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactly(1L, 2L));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getPeople())
                        .allSatisfy(person -> assertThat(person.getSmoothed()).hasSize(14)));
        assertThat(changes()).containsExactly("1/1 ENTERED 1", "1/1 ENTERED 2");
    }

    @Test
    void shouldKeepKeyTimestampAndHeadersOfTheEventAndTellChangesUnderTheSameKeyAndTime() {
        for (int i = 0; i < 2; i++) {
            Frame frame = frame("yard", 1, i);
            scene.put(frame, List.of(SPECTATOR));
            input().pipeInput(new TestRecord<>(
                    "yard".getBytes(StandardCharsets.UTF_8), Frames.bytes(frame), null, 1234L + i));
        }

        TestRecord<String, TrackEvent> entered = output(Topics.TRACKS).readRecord();
        assertThat(entered.key()).isEqualTo("yard");
        assertThat(entered.timestamp()).isEqualTo(1235L);
        assertThat(entered.value().getCaptureTimeUs()).isEqualTo(FRAME_US);
        assertThat(entered.value().getBox()).isNotNull();
        assertThat(output(Topics.KEYPOINTS).readRecord().timestamp()).isEqualTo(1234L);
    }

    @Test
    void shouldGoOnWithWhatTheStoreHas() {
        // given
        for (int i = 0; i < 5; i++) {
            pipe(frame("yard", 1, i), runner(i), SPECTATOR);
        }
        List<PoseFrame> before = events();

        // when another process takes over
        Map<String, byte[]> kept = stored();
        driver.close();
        driver = driver(Optional.of(TrackSettings.defaults()));
        kept.forEach(store()::put);
        for (int i = 5; i < 8; i++) {
            pipe(frame("yard", 1, i), SPECTATOR, runner(i));
        }

        // then
        assertThat(before.get(4).getPeople()).extracting(Person::getTrack).containsExactly(1L, 2L);
        assertThat(events())
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactly(2L, 1L));
        assertThat(changes()).isEmpty();
    }

    @Test
    void shouldSayWhoIsInAFrameThatComesOnceMoreAndChangeNothing() {
        // given
        for (int i = 0; i < 5; i++) {
            pipe(frame("yard", 1, i), runner(i), SPECTATOR);
        }
        List<PoseFrame> first = events();
        byte[] kept = stored().get("yard");

        // when
        pipe(frame("yard", 1, 3), runner(3), SPECTATOR);
        pipe(frame("yard", 1, 4), runner(4), SPECTATOR);

        // then
        List<PoseFrame> again = events();
        assertThat(again).hasSize(2);
        assertThat(again)
                .allSatisfy(event -> assertThat(event.getPeople())
                        .extracting(Person::getTrack)
                        .containsExactly(1L, 2L));
        assertThat(first).hasSize(5);
        assertThat(stored().get("yard")).isEqualTo(kept);
        assertThat(changes()).containsExactly("1/1 ENTERED 1", "1/1 ENTERED 2");
    }

    @Test
    void shouldCountAnewInAnotherEpochAndTellThatTheFormerOnesLeftInTheirs() {
        // when
        for (int i = 0; i < 3; i++) {
            pipe(frame("yard", 7, i), SPECTATOR);
        }
        for (int i = 0; i < 3; i++) {
            pipe(frame("yard", 5, i), SPECTATOR);
        }

        // then
        assertThat(changes()).containsExactly("7/1 ENTERED 1", "7/2 LEFT 1", "5/1 ENTERED 1");
    }

    @Test
    void shouldKeepCamerasApart() {
        for (int i = 0; i < 3; i++) {
            pipe(frame("yard", 1, i), SPECTATOR);
            pipe(frame("gate", 1, i), SPECTATOR);
        }

        assertThat(changes()).containsExactly("1/1 ENTERED 1", "1/1 ENTERED 1");
        assertThat(stored()).containsOnlyKeys("yard", "gate");
    }

    @Test
    void shouldLeaveOutWhoDoesNotPlayWhereTheCameraIsAboutPlayers() {
        // given
        Attention players = new Attention(List.of(), 0.0, true);

        // when
        for (int i = 0; i < 100; i++) {
            pipe(frame("all", 1, i, null), runner(i), SPECTATOR);
            pipe(frame("players", 1, i, players), runner(i), SPECTATOR);
        }

        // then
        List<PoseFrame> last = events().subList(198, 200);
        assertThat(last.get(0).getPeople()).extracting(Person::getPlays).containsExactly(true, false);
        assertThat(last.get(1).getPeople()).extracting(Person::getTrack).containsExactly(1L);
        assertThat(last.get(1).getPeople()).extracting(Person::getPlays).containsExactly(true);
    }

    @Test
    void shouldSayNothingOfTracksWhereThereAreToBeNone() {
        // given
        driver.close();
        driver = driver(Optional.empty());

        // when
        for (int i = 0; i < 3; i++) {
            pipe(frame("yard", 1, i), SPECTATOR);
        }

        // then
        assertThat(events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getPeople()).allSatisfy(person -> {
                    assertThat(person.getTrack()).isNull();
                    assertThat(person.getSmoothed()).isNull();
                    assertThat(person.getPlays()).isNull();
                }));
    }

    @Test
    void shouldBeginAnewWhereWhatWasKeptIsOfNoUse() {
        store().put("yard", new byte[] {77, 1, 2});

        pipe(frame("yard", 1, 0), SPECTATOR);
        pipe(frame("yard", 1, 1), SPECTATOR);

        assertThat(changes()).containsExactly("1/1 ENTERED 1");
    }

    @Test
    void shouldKeepAHundredCamerasOfTwelvePeopleInLessThanAMebibyte() {
        // given
        Pose[] twelve = IntStream.range(0, 12)
                .mapToObj(i -> Standing.at(50 * i, 100, 40))
                .toArray(Pose[]::new);

        // when
        for (int i = 0; i < 4; i++) {
            pipe(frame("yard", 1, i), twelve);
        }

        // then
        assertThat(events().get(3).getPeople())
                .extracting(Person::getTrack)
                .hasSize(12)
                .doesNotContainNull();
        assertThat(stored().entrySet())
                .singleElement()
                .satisfies(camera -> assertThat(camera.getKey().length() + camera.getValue().length)
                        .isLessThan((1 << 20) / 100));
    }

    /** Across the picture in four seconds, and back. */
    private static Pose runner(int frame) {
        return Standing.at(300 + 200 * Math.sin(frame / 12.0), 200, 100);
    }

    private TopologyTestDriver driver(Optional<TrackSettings> tracks) {
        LookAhead lookAhead = new LookAhead(batcher);
        Properties settings = new Properties();
        settings.putAll(KafkaSettings.of(
                StreamConfig.of("nowhere:1").withStateDir(folder), lookAhead, new EnginePace(Duration.ZERO, 16)));
        StreamRun run = new StreamRun("app/worker/1", "fake");
        return new TopologyTestDriver(
                PoseTopology.of(
                        () -> new PoseProcessor(lookAhead, run, StreamListener.NONE, () -> 0),
                        tracks,
                        StreamListener.NONE),
                settings);
    }

    private static Frame frame(String camera, long epoch, int sequence) {
        return frame(camera, epoch, sequence, null);
    }

    private static Frame frame(String camera, long epoch, int sequence, @Nullable Attention attention) {
        return Frames.about(camera, epoch, sequence, (long) FRAME_US * sequence, WIDTH, 360, attention);
    }

    private void pipe(Frame frame, Pose... people) {
        scene.put(frame, List.of(people));
        input().pipeInput(frame.getCamera().getBytes(StandardCharsets.UTF_8), Frames.bytes(frame), 1L);
    }

    private TestInputTopic<byte[], byte[]> input() {
        return driver.createInputTopic(Topics.FRAMES.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    private List<PoseFrame> events() {
        return output(Topics.KEYPOINTS).readValuesToList();
    }

    /** Each as EPOCH/SEQUENCE KIND TRACK. */
    private List<String> changes() {
        return output(Topics.TRACKS).readValuesToList().stream()
                .map(change -> change.getEpoch() + "/" + change.getSequence() + " " + change.getKind() + " "
                        + change.getTrack())
                .toList();
    }

    private KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(TrackStore.NAME);
    }

    private Map<String, byte[]> stored() {
        Map<String, byte[]> all = new HashMap<>();
        try (var entries = store().all()) {
            entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }
}
