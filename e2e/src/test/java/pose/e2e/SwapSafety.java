package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.e2e.chaos.AnswerLog;
import pose.e2e.chaos.Feeder;
import pose.e2e.chaos.FrameId;
import pose.e2e.chaos.Load;
import pose.e2e.chaos.Moments;
import pose.e2e.chaos.Pictures;
import pose.e2e.chaos.Published;
import pose.e2e.chaos.Verdict;
import pose.e2e.chaos.Verifier;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.PartPosition;
import pose.schema.Timings;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.Inferred;
import pose.stream.LiveModel;
import pose.stream.PoseFrames;

/**
 * Another version takes over while sixteen cameras send frames, again and again: no frame is lost, repeated or out of order,
 * none is looked at by two versions, and each camera's version changes at one frame.
 */
@Tag("chaos")
class SwapSafety {

    private static final Load SIXTEEN = new Load(16, 0);
    private static final int PICTURES = 4;
    private static final Duration LONGEST = Patience.LONGEST;
    private static final double MEBIBYTE = 1024 * 1024;

    /** How much may be added to memory by swaps, in MiB: a heap that has not been collected for a while. */
    private static final double MOST_MEMORY = 48;

    @TempDir
    private Path folder = Path.of("");

    private final SwapSettings settings = SwapSettings.given();

    @Test
    void shouldChangeTheVersionOfEachCameraAtOneFrame() throws Exception {
        try (TestKafka kafka = Kafkas.open();
                UntrainedChannel channel = channel(kafka)) {
            List<WeightsVersion> versions = List.of(channel.publish("a"), channel.publish("b"));
            channel.activate(versions.get(0));
            ServedVersions served =
                    new ServedVersions(Map.of("a", seenBy(versions.get(0)), "b", seenBy(versions.get(1))));

            try (AnswerLog log = AnswerLog.open(kafka.bootstrap(), served::take);
                    Feeder feeder = Feeder.start(kafka.bootstrap(), SIXTEEN, settings.framesPerSecond());
                    PoseProcess stream = PoseProcess.start(
                            folder.resolve("stream"),
                            List.of("-Xmx512m"),
                            channel.options(kafka.bootstrap(), folder.resolve("cache")))) {
                // given a stream that has caught up
                awaitVersion(served, "a");
                awaitCaughtUp(log, feeder);
                var unused = served.takeLatencies();
                Moments.await(Duration.ofMillis(250L * settings.swaps()));
                List<Long> before = served.takeLatencies();

                // when
                List<Double> memory = new ArrayList<>();
                for (int swap = 1; swap <= settings.swaps(); swap++) {
                    WeightsVersion next = versions.get(swap % 2);
                    channel.activate(next);
                    awaitVersion(served, next.version());
                    memory.add(stream.memory().orElse(0) / MEBIBYTE);
                }
                List<Long> during = served.takeLatencies();
                Published published = feeder.stop();
                log.awaitAnswered(published.total(), LONGEST);
                log.awaitEnd(LONGEST);

                // then
                Verdict verdict = Verifier.judge(published, log.answers());
                tell(verdict, before, during, memory);
                assertThat(verdict.exactlyOnce())
                        .as(verdict + "\n" + stream.err())
                        .isTrue();
                assertThat(served.mixed()).isEmpty();
                assertThat(served.changes())
                        .hasSize(SIXTEEN.cameras())
                        .allSatisfy((camera, changes) ->
                                assertThat(changes).as(camera).isEqualTo(settings.swaps()));
                if (settings.isLong()) {
                    assertThat(growth(memory)).isLessThan(MOST_MEMORY);
                }
            }
        }
    }

    private UntrainedChannel channel(TestKafka kafka) throws Exception {
        Clients.createTopics(kafka.bootstrap(), 4);
        return UntrainedChannel.open(kafka.bootstrap(), folder.resolve("store"));
    }

    private static void awaitVersion(ServedVersions served, String version) {
        Awaitility.await("every camera on " + version)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> served.camerasOn(version) == SIXTEEN.cameras());
    }

    private static void awaitCaughtUp(AnswerLog log, Feeder feeder) {
        Awaitility.await("no backlog")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> feeder.acknowledged() - log.answered() < SIXTEEN.cameras());
    }

    /** What a version sees in each picture, asked of the network itself. */
    private static List<List<PartPosition>> seenBy(WeightsVersion version) throws IOException {
        try (LiveModel model = LiveModel.load(version, PersonLocator.WHOLE_IMAGE, EngineName.AUTO)) {
            List<FrameRequest> frames = new ArrayList<>();
            Pictures pictures = Pictures.render();
            for (int i = 0; i < PICTURES; i++) {
                frames.add(request(pictures.jpeg(new FrameId("any", i)), i));
            }
            List<List<PartPosition>> seen = new ArrayList<>();
            try (FrameBatch batch = model.prepare(frames)) {
                batch.infer()
                        .forEach(result -> seen.add(
                                PoseFrames.of(frames.get(0).frame(), (Inferred) result, new Timings(0L, 0L, 0L, 0L))
                                        .getPeople()
                                        .get(0)
                                        .getKeypoints()));
            }
            return seen;
        } catch (pose.cpm.BadWeightsException e) {
            throw new IOException(e);
        }
    }

    private static FrameRequest request(byte[] jpeg, long sequence) {
        return new FrameRequest(Frame.newBuilder()
                .setCamera("any")
                .setEpoch(0)
                .setSequence(sequence)
                .setCaptureTimeUs(0)
                .setWidth(Pictures.WIDTH)
                .setHeight(Pictures.HEIGHT)
                .setEncoding(Encoding.JPEG)
                .setCaptureClock(CaptureClock.HOST)
                .setImage(java.nio.ByteBuffer.wrap(jpeg))
                .build());
    }

    private void tell(Verdict verdict, List<Long> before, List<Long> during, List<Double> memory) {
        System.out.printf(
                Locale.ROOT,
                "SwapSafety: %d swaps, %d frames/s: %s%n"
                        + "  from published to read, without swaps: p50 %d ms, p99 %d ms (%d frames); "
                        + "during them: p50 %d ms, p99 %d ms (%d frames), %.2f times%n"
                        + "  memory at the start %.0f MiB, at the end %.0f MiB%n",
                settings.swaps(),
                settings.framesPerSecond(),
                verdict,
                quantile(before, 0.5),
                quantile(before, 0.99),
                before.size(),
                quantile(during, 0.5),
                quantile(during, 0.99),
                during.size(),
                quantile(during, 0.99) / (double) Math.max(1, quantile(before, 0.99)),
                memory.get(0),
                memory.get(memory.size() - 1));
    }

    /** Of the last tenth over the second tenth: what a process takes at its start, and takes once, is not counted. */
    private static double growth(List<Double> memory) {
        int tenth = memory.size() / 10;
        return mean(memory.subList(memory.size() - tenth, memory.size())) - mean(memory.subList(tenth, 2 * tenth));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static long quantile(List<Long> values, double share) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
    }
}
