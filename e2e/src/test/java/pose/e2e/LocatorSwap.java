package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.channel.Channel;
import pose.channel.PinnedVersion;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Pictures;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;
import pose.schema.WeightsRef;

/**
 * Another locator takes over while cameras send frames: no frame is lost, each event names the locator that found its people, and each
 * camera's changes at one frame. One that is none, or is damaged, is refused, and the stream goes on.
 */
@Tag("chaos")
class LocatorSwap {

    private static final Channel STABLE = new Channel(Channel.LOCATOR, Channel.STABLE);
    private static final Load FOUR = new Load(4, 0);
    private static final int FRAMES_PER_SECOND = 20;
    private static final int SWAPS = 3;
    private static final Duration LONGEST = Patience.LONGEST;
    private static final Map<String, Double> EXTENTS = Map.of("a", 16.0, "b", 24.0);

    /** Of a square's side, in pixels. */
    private static final double NEAR = 1e-3;

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();
    private final List<String> mixed = new ArrayList<>();
    private long people;

    @Test
    void shouldChangeTheLocatorOfEachCameraAtOneFrameAndRefuseWhatIsNone() throws Exception {
        try (TestKafka kafka = Kafkas.open();
                UntrainedChannel channel = channel(kafka)) {
            // given a stream that follows both networks
            WeightsVersion poses = channel.publish("poses");
            channel.activate(poses);
            List<WeightsVersion> locators = List.of(locator(channel, "a"), locator(channel, "b"));
            channel.activate(STABLE, PinnedVersion.of(locators.get(0)));
            try (AnswerLog log = AnswerLog.open(kafka.bootstrap(), this::take);
                    Feeder feeder = Feeder.start(kafka.bootstrap(), FOUR, FRAMES_PER_SECOND);
                    PoseProcess stream = PoseProcess.start(
                            folder.resolve("stream"),
                            List.of("-Xmx512m"),
                            channel.options(
                                    kafka.bootstrap(), folder.resolve("cache"), "--locator=" + Channel.STABLE))) {
                awaitLocator("a");

                // when
                for (int swap = 1; swap <= SWAPS; swap++) {
                    WeightsVersion next = locators.get(swap % 2);
                    channel.activate(STABLE, PinnedVersion.of(next));
                    awaitLocator(next.version());
                }
                SpoiltVersion damaged = SpoiltVersion.of(folder(channel, "a"), "damaged");
                PinnedVersion whole = damaged.pinned();
                damaged.flip(WeightsVersion.ONNX);
                channel.activate(STABLE, whole);
                String broken = refusal(kafka, "damaged");
                channel.activate(STABLE, renamed(channel.folder("poses"), folder(channel, "no-locator")));
                String pose = refusal(kafka, "no-locator");
                channel.activate(renamed(folder(channel, "a"), channel.folder("no-poses")));
                String locator = refusal(kafka, "no-poses");
                log.awaitAnswered(log.answered() + 2L * FOUR.cameras(), LONGEST);
                Published published = feeder.stop();
                log.awaitAnswered(published.total(), LONGEST);
                log.awaitEnd(LONGEST);

                // then
                Verdict verdict = Verifier.judge(published, log.answers());
                System.out.println("LocatorSwap: " + SWAPS + " swaps: " + verdict + ", people " + people);
                assertThat(verdict.exactlyOnce())
                        .as(verdict + "\n" + stream.err())
                        .isTrue();
                assertThat(broken).startsWith("damaged: ").contains("SHA-256 is");
                assertThat(pose).startsWith("kind: it is no locator");
                assertThat(locator).startsWith("kind: it is a locator");
                assertSwapped();
            }
        }
    }

    private synchronized void assertSwapped() {
        assertThat(people).isPositive();
        assertThat(mixed).isEmpty();
        assertThat(newest)
                .hasSize(FOUR.cameras())
                .allSatisfy((camera, last) -> assertThat(last).as(camera).isEqualTo("b"));
        assertThat(changes)
                .hasSize(FOUR.cameras())
                .allSatisfy((camera, count) -> assertThat(count).as(camera).isEqualTo(SWAPS));
    }

    private UntrainedChannel channel(TestKafka kafka) throws Exception {
        Clients.createTopics(kafka.bootstrap(), 4);
        return UntrainedChannel.open(kafka.bootstrap(), folder.resolve("store"));
    }

    private static WeightsVersion locator(UntrainedChannel channel, String version) throws Exception {
        return BrightLocators.publish(channel.store(), version, Objects.requireNonNull(EXTENTS.get(version)));
    }

    private static Path folder(UntrainedChannel channel, String version) {
        return channel.store().resolve(STABLE.model()).resolve(version);
    }

    /** A copy of one network's version among those of the other. */
    private static PinnedVersion renamed(Path from, Path to) throws IOException {
        UntrainedWeights.copy(from, to, to.getFileName().toString());
        SpoiltVersion copy = new SpoiltVersion(to);
        copy.manifest(json -> json.put(
                "name", Objects.requireNonNull(to.getParent()).getFileName().toString()));
        return copy.pinned();
    }

    private synchronized FrameId take(ConsumerRecord<byte[], byte[]> record) {
        PoseFrame event = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        FrameId frame = new FrameId(event.getCamera(), event.getSequence());
        String version = Optional.ofNullable(event.getLocator())
                .map(WeightsRef::getVersion)
                .orElse("none");
        String before = newest.put(event.getCamera(), version);
        if (before != null && !before.equals(version)) {
            changes.merge(event.getCamera(), 1, Integer::sum);
        }
        people += event.getPeople().size();
        double side = BrightLocators.side(EXTENTS.getOrDefault(version, 0.0), Pictures.WIDTH, Pictures.HEIGHT);
        for (Person person : event.getPeople()) {
            if (Math.abs(person.getBox().getWidth() - side) > NEAR) {
                mixed.add(frame + " says " + version + " and looks at " + person.getBox());
            }
        }
        return frame;
    }

    private synchronized boolean allOn(String version) {
        return newest.size() == FOUR.cameras() && newest.values().stream().allMatch(version::equals);
    }

    private void awaitLocator(String version) {
        Awaitility.await("every camera on " + version)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> allOn(version));
    }

    private static String refusal(TestKafka kafka, String version) {
        return Awaitility.await(version + " is refused")
                .atMost(LONGEST)
                .until(
                        () -> TopicRecords.values(kafka.bootstrap(), Topics.WEIGHTS_EVENTS).stream()
                                .filter(event -> event.getKind() == WeightsEventKind.REFUSED
                                        && event.getVersion().equals(version))
                                .map(WeightsEvent::getDetail)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
