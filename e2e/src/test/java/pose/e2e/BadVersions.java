package pose.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.channel.PinnedVersion;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Moments;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.PoseFrame;
import pose.schema.Topics;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/**
 * Whatever a channel names, the stream never stops: what is damaged, does not fit, or is not there is refused with a message of
 * its own, and the last good version serves on, also after a restart.
 */
@Tag("chaos")
class BadVersions {

    private static final Load FOUR = new Load(4, 0);
    private static final int FRAMES_PER_SECOND = 40;
    private static final Duration LONGEST = Patience.LONGEST;
    private static final int SECONDS_AWAY = Integer.getInteger("pose.store.away", 2);
    /** A restart after each kind, not only after the last. */
    private static final boolean LONG_FORM = SECONDS_AWAY > 2;

    private static final long TEN_GIGABYTES = 10_000_000_000L;
    private static final String DELETED = "deleted-";
    private static final int MOST_ATTEMPTS = 10;
    private static final int LARGE_FILE = 64 * 1024 * 1024;

    @TempDir
    private Path folder = Path.of("");

    private final TestKafka kafka = Kafkas.open();
    private final Set<String> served = new TreeSet<>();

    /** What is done to a version before it is activated, and after: then it is no more what was activated. */
    private interface Spoiling {
        void of(SpoiltVersion version) throws IOException;
    }

    /** @param reason and message: what is told of it */
    private record Bad(String version, String reason, String message, Spoiling before, Spoiling after) {}

    private static final Spoiling NOTHING = version -> {};

    private static Bad published(String version, String reason, String message, Spoiling before) {
        return new Bad(version, reason, message, before, NOTHING);
    }

    private static Bad damaged(String version, String reason, String message, Spoiling after) {
        return new Bad(version, reason, message, NOTHING, after);
    }

    private static final List<Bad> KINDS = List.of(
            damaged("flipped-weights", "damaged", "weights.params: SHA-256 is", v -> v.flip(WeightsVersion.WEIGHTS)),
            damaged("flipped-onnx", "damaged", "weights.onnx: SHA-256 is", v -> v.flip(WeightsVersion.ONNX)),
            damaged(
                    "flipped-manifest",
                    "not_as_activated",
                    "its manifest's SHA-256 is",
                    v -> v.bytes(
                            WeightsVersion.MANIFEST,
                            bytes -> new String(bytes, UTF_8)
                                    .replace("2026-01-01", "2027-01-01")
                                    .getBytes(UTF_8))),
            damaged(
                    "truncated",
                    "damaged",
                    "the manifest says",
                    v -> v.bytes(WeightsVersion.ONNX, bytes -> Arrays.copyOf(bytes, bytes.length / 2))),
            damaged("no-file", "damaged", "weights.onnx: no such file", v -> v.delete(WeightsVersion.ONNX)),
            published(
                    "other-architecture",
                    "not_loadable",
                    "do not fit the manifest's architecture",
                    v -> v.manifest(json -> ((ObjectNode) json.get("architecture")).put("stages", 3))),
            published(
                    "other-skeleton",
                    "skeleton",
                    "its skeleton is mpii16",
                    v -> v.manifest(json -> {
                        json.put("skeleton", "mpii16");
                        ((ObjectNode) json.get("architecture")).put("parts", 16);
                    })),
            published(
                    "no-numbers",
                    "not_loadable",
                    "holds NaN",
                    v -> v.weights(tensor -> SpoiltVersion.with(tensor, Float.NaN, false))),
            published(
                    "flat",
                    "flat",
                    "its belief maps are flat",
                    v -> v.weights(tensor -> SpoiltVersion.with(tensor, 0, true))),
            published(
                    "lying-manifest",
                    "damaged",
                    "SHA-256 is",
                    v -> v.sum(WeightsVersion.ONNX, sum -> sum.put("sha256", "ab".repeat(32)))),
            published(
                    "ten-gigabytes",
                    "damaged",
                    "10000000000",
                    v -> v.sum(WeightsVersion.ONNX, sum -> sum.put("bytes", TEN_GIGABYTES))),
            published(
                    "ten-gigabyte-tensor",
                    "not_loadable",
                    "",
                    v -> v.weights(tensor -> tensor.getDimsCount() == 4
                            ? TensorProto.newBuilder(tensor)
                                    .setDims(0, TEN_GIGABYTES / Float.BYTES / tensor.getDims(1))
                                    .build()
                            : tensor)));

    @Test
    void shouldRefuseEachWithItsOwnMessageAndServeOn() throws Exception {
        // given a stream that serves a good version
        Clients.createTopics(kafka.bootstrap(), 2);
        try (kafka;
                UntrainedChannel channel = UntrainedChannel.open(kafka.bootstrap(), folder.resolve("store"));
                AnswerLog log = AnswerLog.open(kafka.bootstrap(), this::take);
                Feeder feeder = Feeder.start(kafka.bootstrap(), FOUR, FRAMES_PER_SECOND)) {
            WeightsVersion good = channel.publish("good");
            channel.activate(good);
            PoseProcess stream = start(channel, "first");
            try {
                awaitServing("good", 1);

                // when
                for (Bad bad : KINDS) {
                    SpoiltVersion version = SpoiltVersion.of(channel.folder("good"), bad.version());
                    bad.before().of(version);
                    PinnedVersion pinned = version.pinned();
                    bad.after().of(version);
                    channel.activate(pinned);
                    String told = refusal(bad.version()).getDetail();
                    System.out.println("BadVersions: " + bad.version() + ": " + told);
                    assertThat(told)
                            .as(bad.version())
                            .startsWith(bad.reason() + ": ")
                            .contains(bad.message());
                    requireAnswers(log);
                    if (LONG_FORM) {
                        stream = restarted(stream, channel, bad.version(), "good");
                        requireAnswers(log);
                    }
                }
                refuseWhatIsDeletedWhileItIsRead(channel, stream);
                requireAnswers(log);
                outlastAStoreThatIsAway(channel, log);

                // then it comes up on the last good one where the one that is wanted is bad
                channel.activate(UntrainedChannel.absent("gone"));
                assertThat(refusal("gone").getDetail()).startsWith("missing: ");
                stream = restarted(stream, channel, "last", "after");
                requireAnswers(log);

                Published published = feeder.stop();
                log.awaitAnswered(published.total(), LONGEST);
                log.awaitEnd(LONGEST);
                Verdict verdict = Verifier.judge(published, log.answers());
                assertThat(verdict.exactlyOnce()).as(verdict.toString()).isTrue();
                served.removeIf(version -> version.startsWith(DELETED));
                assertThat(served).containsExactly("after", "good");
            } finally {
                stream.close();
            }
        }
    }

    private PoseProcess start(UntrainedChannel channel, String name) {
        return PoseProcess.start(
                folder.resolve(name), List.of("-Xmx512m"), channel.options(kafka.bootstrap(), folder.resolve("cache")));
    }

    /** Ends it and starts it again while the channel names a bad version. */
    private PoseProcess restarted(PoseProcess stream, UntrainedChannel channel, String name, String expected) {
        int times = serving(expected).size();
        stream.askToEnd();
        assertThat(stream.endsWithin(LONGEST)).as(stream.err()).isTrue();
        PoseProcess next = start(channel, "after-" + name);
        awaitServing(expected, times + 1);
        return next;
    }

    /**
     * A file of it so large that reading takes a while is open when the version goes. A machine that is busy may see to that too
     * late, when all has been read, or not see it at all: then it serves, rightly, and the next one is tried.
     */
    private void refuseWhatIsDeletedWhileItIsRead(UntrainedChannel channel, PoseProcess stream) throws Exception {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            String name = DELETED + attempt;
            SpoiltVersion version = SpoiltVersion.of(channel.folder("good"), name);
            version.addFirst("a-large-file", LARGE_FILE);
            PinnedVersion pinned = version.pinned();
            Path gone = folder.resolve(name);
            AtomicBoolean over = new AtomicBoolean();
            FutureTask<Boolean> deletion = new FutureTask<>(() -> {
                boolean open = OpenFiles.seen(stream.pid(), version.folder().resolve("a-large-file"), over::get);
                if (open) {
                    Files.move(version.folder(), gone);
                }
                return open;
            });
            new Thread(deletion, "deletion").start();
            WeightsEvent told;
            try {
                channel.activate(pinned);
                told = awaitEvent(event -> event.getVersion().equals(name)
                        && (event.getKind() == WeightsEventKind.REFUSED
                                || event.getKind() == WeightsEventKind.SERVING));
            } finally {
                over.set(true);
            }
            assertThat(deletion.get() || told.getKind() == WeightsEventKind.SERVING)
                    .as("gone, or served")
                    .isTrue();
            if (told.getKind() == WeightsEventKind.REFUSED) {
                assertThat(told.getDetail()).startsWith("missing: ");
                return;
            }
        }
        throw new AssertionError("in " + MOST_ATTEMPTS + " attempts it was always read to its end first");
    }

    private void outlastAStoreThatIsAway(UntrainedChannel channel, AnswerLog log) throws Exception {
        SpoiltVersion after = SpoiltVersion.of(channel.folder("good"), "after");
        PinnedVersion pinned = after.pinned();
        Path away = folder.resolve("away");
        Files.move(channel.store(), away);

        channel.activate(pinned);
        awaitEvent(event -> event.getKind() == WeightsEventKind.STORE_UNREACHABLE);
        Moments.await(Duration.ofSeconds(SECONDS_AWAY));
        requireAnswers(log);
        Files.move(away, channel.store());

        awaitServing("after", 1);
        assertThat(events(event -> event.getKind() == WeightsEventKind.STORE_UNREACHABLE))
                .hasSize(1);
        assertThat(events(event -> event.getKind() == WeightsEventKind.STORE_BACK))
                .hasSize(1);
    }

    private FrameId take(ConsumerRecord<byte[], byte[]> record) {
        PoseFrame pose = Topics.KEYPOINTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
        synchronized (served) {
            served.add(pose.getWeights().getVersion());
        }
        return new FrameId(pose.getCamera(), pose.getSequence());
    }

    /** Frames that come in now are answered. */
    private static void requireAnswers(AnswerLog log) {
        log.awaitAnswered(log.answered() + 2L * FOUR.cameras(), LONGEST);
    }

    private WeightsEvent refusal(String version) {
        return awaitEvent(event -> event.getKind() == WeightsEventKind.REFUSED
                && event.getVersion().equals(version));
    }

    private void awaitServing(String version, int times) {
        Awaitility.await(version + " serves")
                .atMost(LONGEST)
                .until(() -> serving(version).size() >= times);
    }

    private List<WeightsEvent> serving(String version) {
        return events(event -> event.getKind() == WeightsEventKind.SERVING
                && event.getVersion().equals(version));
    }

    private WeightsEvent awaitEvent(Predicate<WeightsEvent> wanted) {
        return Awaitility.await()
                .atMost(LONGEST)
                .until(() -> events(wanted).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private List<WeightsEvent> events(Predicate<WeightsEvent> wanted) {
        return TopicRecords.values(kafka.bootstrap(), Topics.WEIGHTS_EVENTS).stream()
                .filter(wanted)
                .toList();
    }
}
