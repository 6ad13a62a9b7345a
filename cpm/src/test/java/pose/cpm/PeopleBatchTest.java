package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/** People written into a batch's buffer one by one are the same people as a batch of subjects. */
class PeopleBatchTest {

    private static final List<Box> BOXES =
            List.of(new Box(0, 0, 48, 48), new Box(8, 4, 32, 32), new Box(-10, -20, 90, 90), new Box(20, 10, 200, 200));

    @TempDir
    private Path store = Path.of("");

    @Test
    void shouldGiveThePosesOfTheSameSubjects() throws Exception {
        byte[] jpeg = noise(64, 48);
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)))) {
            Picture picture = Picture.decodeJpeg(jpeg);
            List<Pose> expected = estimator.estimate(
                    BOXES.stream().map(box -> new Subject(picture, box)).toList());

            List<Pose> poses = estimate(estimator, jpeg, BOXES.size());

            assertThat(poses).isEqualTo(expected);
        }
    }

    @Test
    void shouldTakeMorePeopleThanItMadeRoomFor() throws Exception {
        byte[] jpeg = noise(64, 48);
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)))) {
            List<Pose> expected = estimate(estimator, jpeg, BOXES.size());

            assertThat(estimate(estimator, jpeg, 1)).isEqualTo(expected);
            assertThat(estimate(estimator, jpeg, 3)).isEqualTo(expected);
        }
    }

    @Test
    void shouldLetPlacesBeWrittenByManyThreads() throws Exception {
        byte[] jpeg = noise(64, 48);
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)));
                DecodedPicture picture = DecodedPicture.decodeJpeg(jpeg);
                PeopleBatch batch = estimator.begin(32)) {
            List<PeopleBatch.Place> places = new ArrayList<>();
            IntStream.range(0, 32).forEach(i -> places.add(batch.add(new Box(i, i, 40, 40))));

            places.parallelStream().forEach(place -> place.write(picture));

            List<Pose> together = batch.estimate();
            for (int i = 0; i < 32; i++) {
                Pose alone = estimator
                        .estimate(List.of(new Subject(Picture.decodeJpeg(jpeg), new Box(i, i, 40, 40))))
                        .get(0);
                PoseEstimatorTest.assertSame(together.get(i), alone);
            }
        }
    }

    @Test
    void shouldAnswerNobodyWithNothing() throws Exception {
        try (PoseEstimator estimator = PoseEstimator.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)));
                PeopleBatch batch = estimator.begin(4)) {
            assertThat(batch.estimate()).isEmpty();
        }
    }

    private static List<Pose> estimate(PoseEstimator estimator, byte[] jpeg, int room) throws BrokenPictureException {
        try (DecodedPicture picture = DecodedPicture.decodeJpeg(jpeg);
                PeopleBatch batch = estimator.begin(room)) {
            BOXES.forEach(box -> batch.add(box).write(picture));
            return batch.estimate();
        }
    }

    private static byte[] noise(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(7);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
