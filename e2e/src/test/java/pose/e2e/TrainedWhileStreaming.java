package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.VersionId;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.Topics;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/**
 * The whole way round on one machine: a stream runs on one version, the next is trained and announced, tried in the shadow, promoted, and
 * rolled back. Frames flow all the time; none is lost, repeated or out of order.
 */
@Tag("chaos")
class TrainedWhileStreaming {

    private static final Load CAMERAS = new Load(4, 0);
    private static final int FRAMES_PER_SECOND = 20;
    private static final int PARTITIONS = 2;
    private static final int SHADOWS = 20;
    private static final Duration LONGEST = Patience.LONGEST;
    private static final String FIRST = "1";
    private static final String MODEL = "untrained";

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, List<String>> versions = new HashMap<>();

    @Test
    void shouldTrainTryPromoteAndRollBackWithoutLosingAFrame() throws Exception {
        try (TestKafka kafka = Kafkas.open()) {
            String bootstrap = kafka.bootstrap();
            Clients.createTopics(bootstrap, PARTITIONS);
            try (UntrainedChannel channel = UntrainedChannel.open(bootstrap, folder.resolve("store"))) {
                // given a stream on the first version
                channel.activate(channel.publish(FIRST));
                try (AnswerLog log = AnswerLog.open(bootstrap, this::take);
                        Feeder feeder = Feeder.start(bootstrap, CAMERAS, FRAMES_PER_SECOND);
                        PoseProcess stream = PoseProcess.start(
                                folder.resolve("stream"),
                                List.of("-Xmx512m"),
                                channel.options(bootstrap, folder.resolve("cache")))) {
                    await(stream, "all cameras on the first", () -> areOn(FIRST));

                    // when the next one is trained and announced
                    VersionId next = train(bootstrap);
                    await(stream, "shadow figures", () -> shadows(bootstrap, next) >= SHADOWS);
                    assertThat(areOn(FIRST)).isTrue();

                    // and promoted
                    assertDone(weights(bootstrap, "promote", next.toString(), "--why", "looks good in the shadow"));
                    await(stream, "all cameras on the next", () -> areOn(next.version()));

                    // and rolled back
                    assertDone(weights(bootstrap, "rollback", "--model", MODEL, "--why", "does not after all"));
                    await(stream, "all cameras on the first again", () -> areOn(FIRST));
                    Published published = feeder.stop();
                    log.awaitAnswered(published.total(), LONGEST);
                    log.awaitEnd(LONGEST);

                    // then
                    Verdict verdict = Verifier.judge(published, log.answers());
                    System.out.println("TrainedWhileStreaming: " + verdict);
                    assertThat(verdict.exactlyOnce())
                            .as(verdict + "\n" + stream.err())
                            .isTrue();
                    assertThat(versions())
                            .hasSize(CAMERAS.cameras())
                            .allSatisfy(
                                    (camera, trail) -> assertThat(trail).containsExactly(FIRST, next.version(), FIRST));
                    assertTold(bootstrap, next);
                }
            }
        }
    }

    /** Takes in an answer; returns which frame it answers. */
    private FrameId take(ConsumerRecord<byte[], byte[]> record) {
        PoseFrame pose = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        synchronized (versions) {
            List<String> trail = versions.computeIfAbsent(pose.getCamera(), camera -> new ArrayList<>());
            String version = pose.getWeights().getVersion();
            if (trail.isEmpty() || !trail.get(trail.size() - 1).equals(version)) {
                trail.add(version);
            }
        }
        return new FrameId(pose.getCamera(), pose.getSequence());
    }

    /** The versions of each camera's events, one after the other. */
    private Map<String, List<String>> versions() {
        synchronized (versions) {
            return Map.copyOf(versions);
        }
    }

    private boolean areOn(String version) {
        synchronized (versions) {
            return versions.size() == CAMERAS.cameras()
                    && versions.values().stream()
                            .allMatch(trail -> trail.get(trail.size() - 1).equals(version));
        }
    }

    private static void await(PoseProcess stream, String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(LONGEST)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("the stream ended by itself", () -> !stream.alive())
                    .until(condition);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError(e.getMessage() + "\n" + stream.err(), e);
        }
    }

    private VersionId train(String bootstrap) throws IOException {
        Path experiment = folder.resolve("next.yaml");
        Files.writeString(experiment, """
                name: %s
                preset: tiny
                stages: 2
                data:
                  training: ["synthetic:96"]
                  validation: "synthetic:8?seed=2"
                phases:
                  - { epochs: 2, inputSize: 96 }
                warmUpSteps: 4
                averaging: 0.5
                run: %s
                store: %s
                """.formatted(MODEL, folder.resolve("run"), folder.resolve("store")));
        try (PoseProcess training = PoseProcess.start(
                folder.resolve("training"),
                List.of(
                        "train",
                        experiment.toString(),
                        "--publish",
                        "--channel",
                        "candidate",
                        "--shadow",
                        "0.5",
                        "--why",
                        "more data",
                        "--bootstrap",
                        bootstrap))) {
            assertThat(training.endsWithin(LONGEST)).as(training.err()).isTrue();
            assertThat(training.exitCode()).as(training.err()).isZero();
            Path version = Path.of(training.out().strip());
            return new VersionId(
                    MODEL, Objects.requireNonNull(version.getFileName()).toString());
        }
    }

    private static long shadows(String bootstrap, VersionId candidate) {
        List<ShadowPose> seen = TopicRecords.values(bootstrap, Topics.SHADOW);
        assertThat(seen).allSatisfy(pose -> {
            assertThat(pose.getShadow().getVersion()).isEqualTo(candidate.version());
            assertThat(pose.getServing().getVersion()).isEqualTo(FIRST);
            assertThat(pose.getDistances()).allMatch(Double::isFinite);
        });
        return seen.size();
    }

    private PoseRun weights(String bootstrap, String command, String... args) {
        List<String> all = new ArrayList<>(List.of("weights", command));
        all.addAll(List.of(args));
        all.addAll(List.of("--weights-store", folder.resolve("store").toString(), "--bootstrap", bootstrap));
        return PoseRun.of(all.toArray(String[]::new));
    }

    private static void assertDone(PoseRun run) {
        assertThat(run.exitCode()).as(run.reason()).isZero();
    }

    /** Whoever reads the events knows the whole story. */
    private static void assertTold(String bootstrap, VersionId next) {
        List<WeightsEvent> events = TopicRecords.values(bootstrap, Topics.WEIGHTS_EVENTS);
        assertThat(events)
                .anySatisfy(event -> {
                    assertThat(event.getKind()).isEqualTo(WeightsEventKind.ACTIVATED);
                    assertThat(event.getChannel()).isEqualTo("candidate");
                    assertThat(event.getDetail()).startsWith("announced by").endsWith("more data");
                })
                .anySatisfy(event -> {
                    assertThat(event.getKind()).isEqualTo(WeightsEventKind.TRIAL_STARTED);
                    assertThat(event.getVersion()).isEqualTo(next.version());
                })
                .anySatisfy(event -> {
                    assertThat(event.getKind()).isEqualTo(WeightsEventKind.SERVING);
                    assertThat(event.getVersion()).isEqualTo(next.version());
                })
                .anySatisfy(event -> {
                    assertThat(event.getKind()).isEqualTo(WeightsEventKind.ROLLED_BACK);
                    assertThat(event.getDetail()).endsWith("does not after all");
                });
    }
}
