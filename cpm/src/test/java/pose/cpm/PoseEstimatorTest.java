package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;

class PoseEstimatorTest {

    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path store;

    @Test
    void shouldGiveEveryPersonEveryPartInTheOrderOfTheBatch() throws Exception {
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)))) {
            List<Subject> batch = List.of(subject(1), subject(2), subject(3));

            List<Pose> together = estimator.estimate(batch);

            assertThat(together)
                    .hasSize(3)
                    .allSatisfy(pose -> assertThat(pose.keypoints()).hasSize(14));
            for (int i = 0; i < 3; i++) {
                Pose alone = estimator.estimate(List.of(batch.get(i))).get(0);
                assertSame(together.get(i), alone);
            }
        }
    }

    @Test
    void shouldAnswerAnEmptyBatchWithNothing() throws Exception {
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)))) {
            assertThat(estimator.estimate(List.of())).isEmpty();
        }
    }

    @Test
    void shouldMoveItsAnswersWithThePerson() throws Exception {
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)))) {
            Picture small = picture(5, 64);
            Picture large = onCanvas(small, 200, 200, 100, 60);

            Pose here = estimator
                    .estimate(List.of(new Subject(small, new Box(8, 8, 48, 48))))
                    .get(0);
            Pose there = estimator
                    .estimate(List.of(new Subject(large, new Box(108, 68, 48, 48))))
                    .get(0);

            for (int p = 0; p < 14; p++) {
                Keypoint a = here.keypoints().get(p);
                Keypoint b = there.keypoints().get(p);
                assertThat(b.x() - a.x()).isEqualTo(100, within(0.01));
                assertThat(b.y() - a.y()).isEqualTo(60, within(0.01));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ONNXRUNTIME", "MXNET"})
    void shouldHoldNoMoreMemoryAfterTwoThousandFramesMore(EngineName engine) throws Exception {
        Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.isReadable(status), "resident memory is read from /proc");
        WeightsVersion weights = WeightsVersion.open(TinyWeights.publish(store, "1", 1));
        try (PoseEstimator estimator = PoseEstimator.load(weights, engine)) {
            List<Subject> batch = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                batch.add(subject(i));
            }
            run(estimator, batch, 2000);
            long before = residentBytes(status);

            run(estimator, batch, 2000);

            // An array of one batch that stayed behind each time would be over 90 MiB by then.
            assertThat(residentBytes(status) - before).isLessThan(40 * MEBIBYTE);
        }
    }

    private static void run(PoseEstimator estimator, List<Subject> batch, int frames) {
        for (int done = 0; done < frames; done += batch.size()) {
            estimator.estimate(batch);
        }
    }

    /** Anonymous resident memory, once the direct buffers that belong to garbage are gone. */
    private static long residentBytes(Path status) throws IOException {
        System.gc();
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    static void assertSame(Pose actual, Pose expected) {
        for (int p = 0; p < expected.keypoints().size(); p++) {
            Keypoint a = actual.keypoints().get(p);
            Keypoint e = expected.keypoints().get(p);
            assertThat(a.point().distanceTo(e.point())).isLessThan(0.05);
            assertThat(a.score()).isEqualTo(e.score(), within(1e-4));
        }
    }

    private static Subject subject(long seed) {
        return new Subject(picture(seed, 96), new Box(0, 0, 96, 96));
    }

    private static Picture picture(long seed, int side) {
        RenderedFrame frame = AthleteScene.sample(seed, side, side);
        byte[] bgr = ((DataBufferByte) frame.image().getRaster().getDataBuffer()).getData();
        return Picture.of(side, side, bgr);
    }

    private static Picture onCanvas(Picture small, int width, int height, int left, int top) {
        byte[] bgr = new byte[width * height * 3];
        for (int y = 0; y < small.height(); y++) {
            System.arraycopy(
                    small.bgr(), y * small.width() * 3, bgr, ((top + y) * width + left) * 3, small.width() * 3);
        }
        return Picture.of(width, height, bgr);
    }
}
