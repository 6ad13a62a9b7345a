package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.athlete.AthleteScene;
import pose.athlete.SceneOptions;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

class TestTimeEstimatorTest {

    private static final int SIZE = 160;
    private static final Skeleton SKELETON = Skeleton.LSP14;

    @TempDir
    private Path store;

    /** Believes every part to be where the picture is bright, in each stage. */
    private static final class BrightSpotNetwork implements Network {

        private final Architecture architecture = Preset.TINY.architecture(14, 2);

        @Override
        public Architecture architecture() {
            return architecture;
        }

        @Override
        public List<float[]> beliefs(FloatBuffer pictures, int people) {
            int size = architecture.inputSize();
            int stride = architecture.stride();
            int side = architecture.mapSize();
            float[] maps = new float[people * architecture.maps() * side * side];
            for (int n = 0; n < people; n++) {
                for (int cell = 0; cell < side * side; cell++) {
                    double sum = 0;
                    for (int i = 0; i < stride * stride; i++) {
                        int x = cell % side * stride + i % stride;
                        int y = cell / side * stride + i / stride;
                        sum += pictures.get(n * 3 * size * size + y * size + x);
                    }
                    for (int map = 0; map < architecture.maps(); map++) {
                        maps[(n * architecture.maps() + map) * side * side + cell] =
                                (float) (2 * sum / stride / stride);
                    }
                }
            }
            return List.of(maps, maps);
        }

        @Override
        public void close() {}
    }

    /** Grey, with a Gaussian spot of light. */
    private static Picture spot(double x, double y) {
        byte[] bgr = new byte[SIZE * SIZE * 3];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int row = i / SIZE;
            double dx = i % SIZE - x;
            double dy = row - y;
            byte light = (byte) Math.round(128 + 127 * Math.exp(-(dx * dx + dy * dy) / (2 * 10 * 10)));
            bgr[3 * i] = light;
            bgr[3 * i + 1] = light;
            bgr[3 * i + 2] = light;
        }
        return Picture.of(SIZE, SIZE, bgr);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "0.8, false", "1.25, false", "0.8 1 1.25, false", "1, true", "0.7 1 1.3, true"})
    void shouldFindAKnownPlaceWithinAFractionOfACell(String scales, boolean flip) {
        TestTimeViews views = new TestTimeViews(
                List.of(scales.split(" ", -1)).stream().map(Double::valueOf).toList(), flip);
        Subject subject = new Subject(spot(83.3, 71.9), new Box(10, 10, 128, 128));

        Pose pose = new TestTimeEstimator(new BrightSpotNetwork(), SKELETON, views)
                .look(List.of(subject))
                .poses(1)
                .get(0);

        // A cell is 4 input pixels, and so 8 of the source, whose box of 128 is seen in 64.
        for (Keypoint keypoint : pose.keypoints()) {
            assertThat(keypoint.x()).isEqualTo(83.3, within(0.1 * 8));
            assertThat(keypoint.y()).isEqualTo(71.9, within(0.1 * 8));
        }
    }

    @Test
    void shouldGiveMirroredKeypointsForAMirroredPictureWhenItFlips() throws Exception {
        try (Network network = tinyNetwork()) {
            Picture picture = athlete();
            Box box = new Box(15, 22, 120, 120);
            Box mirroredBox = new Box(SIZE - 15 - 120, 22, 120, 120);
            TestTimeViews views = new TestTimeViews(List.of(0.8, 1.0), true);
            TestTimeEstimator estimator = new TestTimeEstimator(network, SKELETON, views);

            Beliefs straight = estimator.look(List.of(new Subject(picture, box)));
            Beliefs mirrored = estimator.look(List.of(new Subject(mirrored(picture), mirroredBox)));

            for (int stage = 0; stage < straight.stages(); stage++) {
                assertMirrored(
                        straight.poses(stage).get(0).keypoints(),
                        mirrored.poses(stage).get(0).keypoints());
            }
        }
    }

    private static void assertMirrored(List<Keypoint> straight, List<Keypoint> mirrored) {
        for (int part = 0; part < SKELETON.size(); part++) {
            Keypoint expected = straight.get(part);
            Keypoint found = mirrored.get(SKELETON.mirror().get(part));
            assertThat(found.x()).isEqualTo(SIZE - 1 - expected.x(), within(0.05));
            assertThat(found.y()).isEqualTo(expected.y(), within(0.05));
            assertThat(found.score()).isEqualTo(expected.score(), within(1e-3));
        }
    }

    @Test
    void shouldGiveThePosesOfTheEstimatorInOnePlainLook() throws Exception {
        WeightsVersion weights = WeightsVersion.open(TinyWeights.publish(store, "1", 1));
        List<Subject> batch = List.of(
                new Subject(athlete(), new Box(0, 0, SIZE, SIZE)), new Subject(spot(40, 50), new Box(-5, 3, 99, 99)));
        try (Network network = Network.load(weights, EngineName.AUTO);
                PoseEstimator estimator = PoseEstimator.load(weights)) {
            Beliefs beliefs = new TestTimeEstimator(network, SKELETON, TestTimeViews.SINGLE).look(batch);

            assertThat(beliefs.stages()).isEqualTo(2);
            assertThat(beliefs.poses(1)).isEqualTo(estimator.estimate(batch));
            assertThat(beliefs.posesByStage()).containsExactly(beliefs.poses(0), beliefs.poses(1));
        }
    }

    @Test
    void shouldGiveOutEachPersonsMaps() {
        Beliefs beliefs = new TestTimeEstimator(new BrightSpotNetwork(), SKELETON, TestTimeViews.SINGLE)
                .look(List.of(
                        new Subject(spot(8, 8), new Box(0, 0, 64, 64)),
                        new Subject(spot(56, 56), new Box(0, 0, 64, 64))));

        float[] first = beliefs.map(0, 0, 3);
        float[] second = beliefs.map(1, 1, 14);

        assertThat(first).hasSize(beliefs.mapSize() * beliefs.mapSize());
        assertThat(first[0]).isGreaterThan(0.5f);
        assertThat(second[0]).isLessThan(0.1f);
        assertThat(second[second.length - 1]).isGreaterThan(0.5f);
    }

    @ParameterizedTest
    @CsvSource({"0.2, '0.2; each must be from 0.25 to 4'", "4.1, '4.1; each'", "NaN, 'NaN; each'", "1 1, 'each once'"})
    void shouldRefuseScalesThatMakeNoSense(String scales, String message) {
        List<Double> numbers =
                List.of(scales.split(" ", -1)).stream().map(Double::valueOf).toList();

        assertThatThrownBy(() -> new TestTimeViews(numbers, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldCallViewsByWhatTheyAre() {
        assertThat(TestTimeViews.SINGLE).hasToString("plain");
        assertThat(new TestTimeViews(List.of(0.8, 1.0), true)).hasToString("flip, scales 0.8 1.0");
    }

    private Network tinyNetwork() throws Exception {
        return Network.load(WeightsVersion.open(TinyWeights.publish(store, "1", 1)), EngineName.AUTO);
    }

    private static Picture athlete() {
        BufferedImage image = new AthleteScene(new SceneOptions(1, 30, SIZE, SIZE, 1, 5))
                .render(3)
                .image();
        return Picture.of(SIZE, SIZE, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private static Picture mirrored(Picture picture) {
        byte[] from = picture.bgr();
        byte[] to = new byte[from.length];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int j = i / SIZE * SIZE + SIZE - 1 - i % SIZE;
            System.arraycopy(from, 3 * i, to, 3 * j, 3);
        }
        return Picture.of(SIZE, SIZE, to);
    }
}
