package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.Instance;
import pose.e2e.chaos.Load;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.e2e.trial.TrialLog;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.Timings;
import pose.schema.Topics;
import pose.schema.Trial;
import pose.schema.TrialMode;
import pose.schema.TrialRules;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;
import pose.skeleton.Skeleton;

/**
 * A candidate is tried beside a running stream: in the shadow, where the poses that go out stay as they are, or as the one
 * that serves some cameras; by its rules it is promoted or taken back by itself.
 */
class ShadowTrial {

    private static final String MODEL = "untrained";
    private static final Load CAMERAS = new Load(4, 0);
    private static final Duration LONGEST = Patience.LONGEST;
    /** Time is no part of it: the machine that runs the tests does other things too. */
    private static final TrialRules RULES = new TrialRules(20L, 0.05, 0.05, 1000.0, 80_000_000L, true);

    @TempDir
    private Path folder = Path.of("");

    private final EmbeddedBroker broker = EmbeddedBroker.temporary();
    private final TrialLog log = new TrialLog(broker.bootstrap(), MODEL);

    @BeforeEach
    void makeTopics() {
        // The frames are as old as their pictures say, and shadow poses as old as their frames.
        var unused = Cluster.reach(Clients.of(broker.bootstrap()), null, LONGEST)
                .create(Topics.ALL, 2, Map.of("retention.ms", "-1"));
    }

    @AfterEach
    void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldTellDistancesAndLeaveTheOutputAsItIs() throws Exception {
        // given a stream with a candidate in its shadow
        log.serve(untrained("1"));
        log.tryOut(untrained("3"), new Trial(TrialMode.SHADOW, 0.5, List.of(), null));
        long frames;
        try (Instance beside = stream("beside");
                Feeder feeder = Feeder.start(broker.bootstrap(), CAMERAS, 40)) {
            beside.start();
            await(beside, () -> log.shadows().size() >= 40);
            frames = feeder.stop().total();
            await(beside, () -> log.poses().size() == frames);
        }

        // when another one answers the same frames without
        log.withdraw();
        try (Instance alone = stream("alone")) {
            alone.start();
            await(alone, () -> log.poses().size() == 2 * frames);
        }

        // then
        assertThat(seenBy("beside")).hasSize((int) frames).isEqualTo(seenBy("alone"));
        assertThat(log.shadows()).allSatisfy(ShadowTrial::assertCompared);
        assertThat(log.shadows()).anyMatch(shadow -> shadow.getDistance() > 0.01);
    }

    private static void assertCompared(ShadowPose shadow) {
        assertThat(shadow.getServing().getVersion()).isEqualTo("1");
        assertThat(shadow.getShadow().getVersion()).isEqualTo("3");
        assertThat(shadow.getDistances()).hasSize(Skeleton.LSP14.size());
        assertThat(shadow.getPeople()).hasSize(1);
        assertThat(shadow.getShadowUs()).isPositive();
    }

    @Test
    void shouldLetACanaryServeExactlyItsCamerasFromOneFrameOn() throws Exception {
        // given
        log.serve(untrained("1"));
        try (Instance stream = stream("canary");
                Feeder feeder = Feeder.start(broker.bootstrap(), CAMERAS, 40)) {
            stream.start();
            await(stream, () -> log.versionsByCamera().size() == CAMERAS.cameras());

            // when
            log.tryOut(untrained("3"), new Trial(TrialMode.CANARY, 0.0, List.of("camera-1", "camera-3"), null));
            await(stream, () -> log.shadows().size() >= 10);
            feeder.stop();
        }

        // then
        assertThat(log.versionsByCamera())
                .containsEntry("camera-0", List.of("1"))
                .containsEntry("camera-1", List.of("1", "3"))
                .containsEntry("camera-2", List.of("1"))
                .containsEntry("camera-3", List.of("1", "3"));
        assertThat(log.shadows()).allSatisfy(shadow -> {
            assertThat(shadow.getCamera()).isIn("camera-1", "camera-3");
            assertThat(shadow.getServing().getVersion()).isEqualTo("3");
            assertThat(shadow.getShadow().getVersion()).isEqualTo("1");
        });
    }

    @Test
    void shouldTakeBackACandidateThatSeesSomethingElse() throws Exception {
        // given
        log.serve(untrained("1"));
        try (Instance stream = stream("rollback");
                Feeder feeder = Feeder.start(broker.bootstrap(), CAMERAS, 40)) {
            stream.start();

            // when
            log.tryOut(untrained("3"), new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

            // then
            await(stream, () -> !log.events(WeightsEventKind.TRIAL_FAILED).isEmpty());
            feeder.stop();
        }
        assertThat(log.candidate()).isEmpty();
        assertThat(log.serving()).contains("1");
        assertThat(log.events(WeightsEventKind.TRIAL_FAILED)).singleElement().satisfies(event -> {
            assertThat(event.getVersion()).isEqualTo("3");
            assertThat(event.getDetail()).contains("mean distance is");
            assertThat(event.getFigures().get("frames")).isGreaterThanOrEqualTo(20);
            assertThat(event.getFigures().get("distance")).isGreaterThan(0.05);
        });
        assertThat(log.versionsByCamera().values()).containsOnly(List.of("1"));
    }

    @Test
    void shouldPromoteACandidateThatKeepsItsRules() throws Exception {
        // given the same weights under another version
        Map<String, List<String>> both = new TreeMap<>();
        CAMERAS.names().forEach(camera -> both.put(camera, List.of("1", "2")));
        log.serve(untrained("1"));
        Path same = UntrainedWeights.publishAgain(folder.resolve("store"), "1", "2");
        try (Instance stream = stream("promotion");
                Feeder feeder = Feeder.start(broker.bootstrap(), CAMERAS, 40)) {
            stream.start();

            // when
            log.tryOut(WeightsVersion.open(same), new Trial(TrialMode.SHADOW, 1.0, List.of(), RULES));

            // then
            await(stream, () -> log.versionsByCamera().equals(both));
            feeder.stop();
        }
        assertThat(log.serving()).contains("2");
        assertThat(log.candidate()).isEmpty();
        assertThat(log.events(WeightsEventKind.TRIAL_PASSED))
                .singleElement()
                .extracting(WeightsEvent::getFigures)
                .satisfies(figures -> assertThat(figures.get("distance")).isLessThan(1e-6));
        assertThat(log.versionsByCamera()).isEqualTo(both);
    }

    @Test
    void shouldTakeBackACandidateThatNobodyCouldLookAtInTime() throws Exception {
        // given no frame at all
        log.serve(untrained("1"));
        try (Instance stream = stream("expiry")) {
            stream.start();

            // when
            TrialRules soon = new TrialRules(20L, 0.05, 0.05, 1000.0, 3_000_000L, true);
            log.tryOut(untrained("3"), new Trial(TrialMode.SHADOW, 1.0, List.of(), soon));

            // then
            await(stream, () -> !log.events(WeightsEventKind.TRIAL_EXPIRED).isEmpty());
        }
        assertThat(log.candidate()).isEmpty();
        assertThat(log.serving()).contains("1");
    }

    @Test
    void shouldDecideOnceWhereSeveralInstancesJudge() throws Exception {
        // given two that share the cameras, and rules that leave it to somebody to promote
        log.serve(untrained("1"));
        Path same = UntrainedWeights.publishAgain(folder.resolve("store"), "1", "2");
        TrialRules rules = new TrialRules(20L, 0.05, 0.05, 1000.0, 80_000_000L, false);
        try (Instance one = stream("pair", "one");
                Instance other = stream("pair", "other");
                Feeder feeder = Feeder.start(broker.bootstrap(), CAMERAS, 40)) {
            one.start();
            other.start();
            await(one, () -> runs().size() == 2);

            // when
            log.tryOut(WeightsVersion.open(same), new Trial(TrialMode.SHADOW, 1.0, List.of(), rules));

            // then both try it once more, without rules, once one of them has decided
            await(one, () -> log.events(WeightsEventKind.TRIAL_STARTED).size() == 4);
            feeder.stop();
        }
        assertThat(log.events(WeightsEventKind.TRIAL_PASSED)).hasSize(1);
        assertThat(log.candidate()).contains("2");
        assertThat(log.trial()).contains(new Trial(TrialMode.SHADOW, 1.0, List.of(), null));
        assertThat(log.serving()).contains("1");
    }

    /** Which processes have answered frames so far. */
    private Set<String> runs() {
        return log.poses().stream().map(pose -> pose.getProvenance().getRun()).collect(Collectors.toSet());
    }

    private WeightsVersion untrained(String version) throws Exception {
        return WeightsVersion.open(UntrainedWeights.publish(folder.resolve("store"), version));
    }

    private Instance stream(String application) {
        return stream(application, application);
    }

    /** Batches of one: what a frame is inferred with has no part in its poses. */
    private Instance stream(String application, String name) {
        List<String> args = List.of(
                "stream",
                PoseProcess.WHOLE_PICTURES,
                "--bootstrap=" + broker.bootstrap(),
                "--application-id=" + application,
                "--instance=" + name,
                "--max-batch=1",
                "--model=" + MODEL,
                "--weights-store=" + folder.resolve("store"),
                "--weights-cache=" + folder.resolve("cache"));
        return new Instance(folder.resolve(name), life -> PoseProcess.start(life, List.of("-Xmx512m"), args));
    }

    private static void await(Instance stream, Callable<Boolean> condition) {
        Awaitility.await().atMost(LONGEST).pollInSameThread().until(() -> {
            stream.requireAlive();
            return condition.call();
        });
    }

    /** What a stream saw in each frame, without when and where. */
    private Map<String, PoseFrame> seenBy(String name) {
        Map<String, PoseFrame> byFrame = new TreeMap<>();
        for (PoseFrame pose : log.poses()) {
            if (pose.getProvenance().getRun().startsWith(name + "/")) {
                PoseFrame seen = new PoseFrame(
                        pose.getCamera(),
                        pose.getEpoch(),
                        pose.getSequence(),
                        pose.getCaptureTimeUs(),
                        pose.getWidth(),
                        pose.getHeight(),
                        pose.getPeople(),
                        pose.getSkeleton(),
                        pose.getWeights(),
                        new Timings(0L, 0L, 0L, 0L),
                        pose.getOriginal(),
                        null,
                        null,
                        false);
                byFrame.put(pose.getCamera() + "/" + pose.getSequence(), seen);
            }
        }
        return byFrame;
    }
}
