package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.broker.EmbeddedBroker;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.schema.CaptureClock;
import pose.schema.Frame;
import pose.schema.Original;
import pose.schema.Topics;

/**
 * A replay's frames are as far apart as those they were, divided by the speed, over all cameras; they come in that order, each
 * once, and say which frame they were. It lasts what the footage lasts, divided by the speed.
 */
class ReplayKeepsOffsets {

    private static final Duration LONGEST_RUN = Patience.LONGEST;

    private static EmbeddedBroker broker;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void recordTwoCameras() {
        broker = EmbeddedBroker.temporary();
        Clients.createTopics(broker.bootstrap(), 2);
        run("ingest", "--camera", "a", "--source", "synthetic:athlete?seconds=2&fps=30&width=96&height=64");
        run("ingest", "--camera", "b", "--source", "synthetic:athlete?seconds=2&fps=12.5&width=96&height=64&seed=2");
    }

    @AfterAll
    static void stopTheBroker() {
        broker.close();
    }

    @Test
    void shouldKeepThoseOfATopicsCamerasOnOneClock() {
        // given
        List<Frame> recorded = TopicRecords.values(broker.bootstrap(), Topics.FRAMES);

        // when
        long began = System.nanoTime();
        PoseRun run = run("replay", "--cameras", "a,b", "--speed", "4", "--to-topic", "topic.at-4");
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        // then
        List<Frame> replayed = TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("topic.at-4"));
        assertThat(replayed.stream().map(ReplayKeepsOffsets::original))
                .containsExactlyInAnyOrderElementsOf(recorded.stream()
                        .map(frame -> new Original(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()))
                        .toList());
        long newStart = first(replayed.stream().mapToLong(Frame::getCaptureTimeUs));
        long oldStart = first(recorded.stream().mapToLong(Frame::getCaptureTimeUs));
        long oldEnd = recorded.stream().mapToLong(Frame::getCaptureTimeUs).max().orElseThrow();
        assertThat(replayed).allSatisfy(frame -> {
            double expected = (original(frame).getCaptureTimeUs() - oldStart) / 4.0;
            assertThat((double) (frame.getCaptureTimeUs() - newStart)).isBetween(expected - 1, expected + 1);
            assertThat(frame.getEpoch()).isEqualTo(newStart);
            assertThat(frame.getCaptureClock()).isEqualTo(CaptureClock.SOURCE);
        });
        for (String camera : List.of("a", "b")) {
            List<Frame> frames = of(camera, replayed);
            assertThat(frames.stream().map(Frame::getSequence))
                    .containsExactlyElementsOf(
                            LongStream.range(0, frames.size()).boxed().toList());
        }
        assertThat(took).isGreaterThan(Duration.ofNanos((oldEnd - oldStart) * 1000 / 4));
        assertThat(run.out()).anyMatch(line -> line.startsWith("jitter"));
    }

    @Test
    void shouldKeepThoseOfFilesThatBeginTogether() {
        // when
        run(
                "replay",
                "--camera",
                "x=synthetic:athlete?seconds=1&fps=25&width=96&height=64",
                "--camera",
                "y=synthetic:athlete?seconds=1&fps=10&width=96&height=64",
                "--speed",
                "2",
                "--to-topic",
                "files.at-2");

        // then
        List<Frame> replayed = TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("files.at-2"));
        long start = first(replayed.stream().mapToLong(Frame::getCaptureTimeUs));
        assertThat(replayed).hasSize(35).allSatisfy(frame -> {
            assertThat(frame.getCaptureTimeUs() - start).isEqualTo(Objects.requireNonNull(frame.getPtsUs()) / 2);
            assertThat(frame.getOriginal()).isNull();
            assertThat(frame.getLive()).isFalse();
        });
        // On one partition, what was taken first comes first.
        assertThat(replayed).extracting(Frame::getCaptureTimeUs).isSorted();
    }

    @Test
    void shouldReplayExactlyTheFramesBetweenTwoThatAreNamed() {
        // given
        Frame first =
                of("a", TopicRecords.values(broker.bootstrap(), Topics.FRAMES)).get(10);

        // when
        run(
                "replay",
                "--from",
                "a/" + first.getEpoch() + "/10",
                "--to",
                "{\"camera\":\"a\",\"epoch\":" + first.getEpoch() + ",\"sequence\":29}",
                "--speed",
                "max",
                "--to-topic",
                "part");

        // then
        assertThat(TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("part")))
                .extracting(frame -> original(frame).getSequence())
                .containsExactlyElementsOf(LongStream.range(10, 30).boxed().toList());
    }

    @Test
    void shouldBeginWithTheFrameAtAPlaceOnTheTopicAndTheOtherCameraAtItsTime() {
        // given
        List<ConsumerRecord<String, Frame>> recorded = TopicRecords.of(broker.bootstrap(), Topics.FRAMES);
        ConsumerRecord<String, Frame> first = recorded.stream()
                .filter(record -> record.key().equals("a") && record.value().getSequence() == 40)
                .findFirst()
                .orElseThrow();

        // when
        run(
                "replay",
                "--cameras",
                "a,b",
                "--from",
                first.partition() + ":" + first.offset(),
                "--speed",
                "max",
                "--to-topic",
                "behind");

        // then
        long from = first.value().getCaptureTimeUs();
        assertThat(TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("behind")).stream()
                        .map(ReplayKeepsOffsets::original))
                .containsExactlyInAnyOrderElementsOf(recorded.stream()
                        .map(ConsumerRecord::value)
                        .filter(frame -> frame.getCaptureTimeUs() >= from)
                        .map(frame -> new Original(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()))
                        .toList());
    }

    @Test
    void shouldReplayTheFramesOfEachCameraFromOneTimeToAnother() {
        // given
        List<Frame> recorded = TopicRecords.values(broker.bootstrap(), Topics.FRAMES);
        long from = of("b", recorded).get(5).getCaptureTimeUs();
        long to = of("b", recorded).get(20).getCaptureTimeUs();

        // when
        PoseRun run = PoseRun.of(
                "replay",
                "--bootstrap",
                broker.bootstrap(),
                "--cameras",
                "a,b",
                "--from",
                "" + Instant.EPOCH.plus(from, ChronoUnit.MICROS),
                "--to",
                "" + Instant.EPOCH.plus(to, ChronoUnit.MICROS),
                "--speed",
                "max",
                "--to-topic",
                "span");

        // then
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("span")).stream()
                        .map(ReplayKeepsOffsets::original))
                .containsExactlyInAnyOrderElementsOf(recorded.stream()
                        .filter(frame -> frame.getCaptureTimeUs() >= from && frame.getCaptureTimeUs() < to)
                        .map(frame -> new Original(frame.getEpoch(), frame.getSequence(), frame.getCaptureTimeUs()))
                        .toList());
    }

    @Test
    void shouldEndWithEveryFrameAcknowledgedWhenItIsToldTo() throws Exception {
        // given
        try (PoseProcess replay = PoseProcess.start(
                folder,
                List.of(
                        "replay",
                        "--bootstrap",
                        broker.bootstrap(),
                        "--cameras",
                        "a",
                        "--loop",
                        "--speed",
                        "8",
                        "--to-topic",
                        "endless"))) {
            Awaitility.await().atMost(LONGEST_RUN).until(() -> sent("endless") > 100);

            // when
            replay.askToEnd();

            // then
            assertThat(replay.endsWithin(LONGEST_RUN)).as(replay.err()).isTrue();
            assertThat(replay.out())
                    .contains("stopped before the end", sent("endless") + " records acknowledged on topic endless");
            assertThat(TopicRecords.values(broker.bootstrap(), Topics.FRAMES.named("endless")).stream()
                            .map(Frame::getEpoch)
                            .distinct())
                    .hasSizeGreaterThan(1);
        }
    }

    private static int sent(String topic) {
        return TopicRecords.of(broker.bootstrap(), Topics.FRAMES.named(topic)).size();
    }

    private static PoseRun run(String command, String... args) {
        List<String> all = new ArrayList<>(List.of(command, "--bootstrap", broker.bootstrap()));
        all.addAll(List.of(args));
        PoseRun run = PoseRun.of(all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.reason()).isZero();
        return run;
    }

    private static List<Frame> of(String camera, List<Frame> frames) {
        return frames.stream().filter(frame -> frame.getCamera().equals(camera)).toList();
    }

    private static Original original(Frame frame) {
        return Objects.requireNonNull(frame.getOriginal());
    }

    private static long first(LongStream times) {
        return times.min().orElseThrow();
    }
}
