package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.chaos.ChaosSettings;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;
import pose.ingest.recording.VideoWriter;
import pose.schema.Frame;

/**
 * {@code pose ingest --resume} completes a file however often the process was killed on it: each picture once, in order, the same
 * bytes as without the kills.
 */
@Tag("chaos")
@BrokerPromise
class ResumedIngest {

    private static final int FRAMES_A_KILL = 60;
    private static final Duration LONGEST_RUN = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldCompleteAFileWithoutADuplicateOrAHole() throws Exception {
        // given
        ChaosSettings settings = ChaosSettings.given();
        Random dice = new Random(settings.seed());
        int count = FRAMES_A_KILL * (settings.kills() + 2);
        Path clip = clip(folder.resolve("clip.mp4"), count, 640, 360);
        try (TestKafka kafka = Kafkas.open()) {
            Clients.createTopics(kafka.bootstrap(), 4);
            List<Frame> unbroken;
            try (PoseProcess run = ingest(kafka, "unbroken", clip);
                    PublishedFrames frames = PublishedFrames.of(kafka.bootstrap(), "unbroken")) {
                assertThat(run.endsWithin(LONGEST_RUN)).as(run.err()).isTrue();
                unbroken = frames.readAll();
            }
            assertThat(unbroken).hasSize(count);

            // when
            List<Integer> kills = new ArrayList<>();
            try (PublishedFrames frames = PublishedFrames.of(kafka.bootstrap(), "killed")) {
                while (kills.size() < settings.kills()) {
                    int until = frames.readAll().size() + 1 + dice.nextInt(FRAMES_A_KILL);
                    try (PoseProcess run = ingest(kafka, "killed", clip, "--resume")) {
                        Awaitility.await()
                                .pollInSameThread()
                                .atMost(LONGEST_RUN)
                                .pollInterval(Duration.ofMillis(1))
                                .until(() -> frames.read().size() >= until || !run.alive());
                        run.kill();
                        kills.add(frames.readAll().size());
                    }
                }
                String state = "seed " + settings.seed() + ", frames on the topic when killed: " + kills;
                System.out.println("ResumedIngest: " + state);
                try (PoseProcess run = ingest(kafka, "killed", clip, "--resume")) {
                    assertThat(run.endsWithin(LONGEST_RUN)).as(run.err()).isTrue();
                    assertThat(run.exitCode()).as(state + run.err()).isZero();
                }

                // then
                List<Frame> resumed = frames.readAll();
                assertThat(kills.get(0)).as(state).isBetween(1, count - 1);
                assertThat(resumed.stream().map(Frame::getSequence))
                        .as(state)
                        .containsExactlyElementsOf(
                                LongStream.range(0, count).boxed().toList());
                assertThat(resumed.stream().map(Frame::getEpoch).distinct()).hasSize(1);
                for (int i = 0; i < count; i++) {
                    assertThat(bytes(resumed.get(i)))
                            .as("frame %d; %s", i, state)
                            .isEqualTo(bytes(unbroken.get(i)));
                    assertThat(sinceEpoch(resumed.get(i))).isEqualTo(sinceEpoch(unbroken.get(i)));
                }
            }
        }
    }

    @Test
    void shouldAddNothingToWhatIsCompleteAndRefuseAnotherSource() throws Exception {
        // given
        Path clip = clip(folder.resolve("clip.mp4"), 30, 96, 64);
        Path other = clip(folder.resolve("other.mp4"), 31, 96, 64);
        try (TestKafka kafka = Kafkas.open();
                PublishedFrames frames = PublishedFrames.of(open(kafka), "gate")) {
            PoseProcess first = finished(kafka, clip, "--resume");
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out()).contains("camera gate: 30 frames published");

            // when
            PoseProcess again = finished(kafka, clip, "--resume");
            PoseProcess another = finished(kafka, other, "--resume");
            PoseProcess otherwise = finished(kafka, clip, "--resume", "--width", "48");

            // then
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.out()).contains("camera gate: nothing to add to its 30 frames");
            assertThat(another.exitCode()).isEqualTo(1);
            assertThat(another.err()).contains("camera gate cannot be taken up", "clip.mp4", "other.mp4");
            assertThat(otherwise.exitCode()).isEqualTo(1);
            assertThat(otherwise.err()).contains("width own", "width 48");
            assertThat(frames.readAll()).hasSize(30);
        }
    }

    private static String open(TestKafka kafka) {
        Clients.createTopics(kafka.bootstrap(), 4);
        return kafka.bootstrap();
    }

    private PoseProcess finished(TestKafka kafka, Path clip, String... further) {
        PoseProcess run = ingest(kafka, "gate", clip, further);
        assertThat(run.endsWithin(LONGEST_RUN)).as(run.err()).isTrue();
        return run;
    }

    private PoseProcess ingest(TestKafka kafka, String camera, Path clip, String... further) {
        List<String> args = new ArrayList<>(
                List.of("ingest", "--camera", camera, "--source", clip.toString(), "--bootstrap", kafka.bootstrap()));
        args.addAll(List.of(further));
        return PoseProcess.start(folder.resolve(camera + System.nanoTime()), args);
    }

    private static byte[] bytes(Frame frame) {
        ByteBuffer image = frame.getImage().duplicate();
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        return bytes;
    }

    private static long sinceEpoch(Frame frame) {
        return frame.getCaptureTimeUs() - frame.getEpoch();
    }

    /** Stripes that move: each picture differs from every other. */
    private static Path clip(Path file, int frames, int width, int height) throws Exception {
        byte[] bgr = new byte[width * height * 3];
        try (VideoWriter writer = new VideoWriter(file, width, height, 25)) {
            for (int i = 0; i < frames; i++) {
                for (int at = 0; at < bgr.length; at++) {
                    bgr[at] = (byte) (at / 3 % width * 3 + i * 7 + at % 3 * 40 + at / 3 / width * (i % 11));
                }
                writer.write(bgr, i * 40_000L);
            }
        }
        return file;
    }
}
