package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Point;

class PersonFinderTest {

    private static final int EVERYBODY = 1000;

    @TempDir
    private Path store = Path.of("");

    /** A black picture with white squares of this side at these places. */
    private static Picture lights(int width, int height, int side, List<Point> places) {
        byte[] bgr = new byte[width * height * 3];
        for (Point place : places) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int column = (int) place.x() + x - side / 2;
                    int row = (int) place.y() + y - side / 2;
                    if (column >= 0 && row >= 0 && column < width && row < height) {
                        int at = 3 * (row * width + column);
                        bgr[at] = (byte) 255;
                        bgr[at + 1] = (byte) 255;
                        bgr[at + 2] = (byte) 255;
                    }
                }
            }
        }
        return Picture.of(width, height, bgr);
    }

    private PersonFinder bright() throws Exception {
        return PersonFinder.load(BrightLocator.publish(store, 0));
    }

    @ParameterizedTest
    @CsvSource({"96, 56", "960, 560", "640, 360", "100, 700", "700, 100", "48, 28"})
    void shouldFindSomebodyInThePicturesOwnPixels(int width, int height) throws Exception {
        double scale = Math.min(96.0 / width, 56.0 / height);
        int side = (int) Math.max(3, Math.round(5 / scale));
        Point place = new Point(width * 0.4, height * 0.6);
        try (PersonFinder finder = bright()) {

            List<List<Sighting>> found = finder.find(List.of(lights(width, height, side, List.of(place))), EVERYBODY);

            assertThat(found).hasSize(1);
            assertThat(found.get(0)).isNotEmpty().allSatisfy(sighting -> {
                assertThat(sighting.centre().distanceTo(place)).isLessThan(8 / scale);
                assertThat(sighting.extent()).isCloseTo(BrightLocator.EXTENT / scale, within(1e-3 / scale));
                assertThat(sighting.score()).isBetween(0.3, 0.5);
            });
        }
    }

    @Test
    void shouldAnswerEachPictureInTheOrderOfTheBatchWhateverItsSize() throws Exception {
        List<Picture> pictures = List.of(
                lights(96, 56, 5, List.of(new Point(20, 20))),
                lights(960, 560, 50, List.of()),
                lights(480, 280, 25, List.of(new Point(100, 100), new Point(380, 180))));
        try (PersonFinder finder = bright()) {

            List<List<Sighting>> together = finder.find(pictures, EVERYBODY);

            assertThat(together).hasSize(3);
            assertThat(together.get(1)).isEmpty();
            assertThat(together.get(2)).hasSizeGreaterThan(1);
            for (int i = 0; i < 3; i++) {
                assertThat(finder.find(List.of(pictures.get(i)), EVERYBODY).get(0))
                        .isEqualTo(together.get(i));
            }
        }
    }

    @Test
    void shouldGiveNoMoreThanWanted() throws Exception {
        List<Point> places = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> places.add(new Point(90 + i % 5 * 190, 70 + i / 5 * 140)));
        Picture crowd = lights(960, 560, 50, places);
        try (PersonFinder finder = bright()) {

            assertThat(finder.find(List.of(crowd), EVERYBODY).get(0)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(finder.find(List.of(crowd), 12).get(0)).hasSize(12);
            assertThat(finder.find(List.of(crowd), 0).get(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "959, 559", "0, 300", "959, 10"})
    void shouldFindSomebodyWhomTheBorderCuts(double x, double y) throws Exception {
        try (PersonFinder finder = bright()) {

            List<Sighting> found = finder.find(List.of(lights(960, 560, 60, List.of(new Point(x, y)))), 12)
                    .get(0);

            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(s ->
                            assertThat(s.centre().distanceTo(new Point(x, y))).isLessThan(60));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8192, 1", "1, 8192", "8192, 3", "2, 700"})
    void shouldLookAtPicturesOfExtremeSizes(int width, int height) throws Exception {
        Picture white = lights(width, height, 2 * Math.max(width, height) + 1, List.of(new Point(0, 0)));
        try (PersonFinder finder = bright()) {

            List<Sighting> found = finder.find(List.of(white), 12).get(0);

            double cell = Math.max(width / 96.0, height / 56.0) * 4;
            assertThat(found).allSatisfy(s -> {
                assertThat(s.centre().x()).isBetween(-cell, width + cell);
                assertThat(s.centre().y()).isBetween(-cell, height + cell);
            });
        }
    }

    @Test
    void shouldNotSeeAnybodyInTheGreyBesideThePicture() throws Exception {
        try (PersonFinder finder = PersonFinder.load(BrightLocator.publish(store, 0.4))) {

            List<List<Sighting>> found =
                    finder.find(List.of(lights(56, 560, 1, List.of()), lights(960, 56, 1, List.of())), EVERYBODY);

            assertThat(found).containsExactly(List.of(), List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void shouldLetPlacesBeWrittenByManyThreadsAndTakeMoreThanItMadeRoomFor(int room) throws Exception {
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            jpegs.add(jpeg(192, 112, 20 + 28 * i));
        }
        try (PersonFinder finder = bright();
                PictureBatch batch = finder.begin(room)) {
            List<PictureBatch.Place> places =
                    jpegs.stream().map(jpeg -> batch.add()).toList();

            IntStream.range(0, 6).parallel().forEach(i -> write(places.get(i), jpegs.get(i)));

            List<List<Sighting>> found = batch.find(1);
            assertThat(batch.size()).isEqualTo(6);
            for (int i = 0; i < 6; i++) {
                int x = 20 + 28 * i;
                assertThat(found.get(i)).hasSize(1);
                assertThat(found.get(i).get(0).centre().x()).as("picture %d", i).isCloseTo(x, within(8.0));
            }
        }
    }

    @Test
    void shouldSeeNobodyInAPlaceThatWasNeverWritten() throws Exception {
        try (PersonFinder finder = bright();
                PictureBatch batch = finder.begin(2)) {
            batch.add();
            write(batch.add(), jpeg(192, 112, 100));

            List<List<Sighting>> found = batch.find(12);

            assertThat(found.get(0)).isEmpty();
            assertThat(found.get(1)).isNotEmpty();
        }
    }

    @Test
    void shouldAnswerNothingWithNothing() throws Exception {
        try (PersonFinder finder = bright();
                PictureBatch batch = finder.begin(4)) {
            assertThat(batch.find(12)).isEmpty();
            assertThat(finder.find(List.of(), 12)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pose.cpm.EngineConformanceTest#engines")
    void shouldFindTheSamePeopleOnEveryEngineAndDevice(EngineName engine) throws Exception {
        WeightsVersion weights = BrightLocator.publish(store, 0);
        Picture picture = lights(480, 280, 25, List.of(new Point(100, 100), new Point(380, 180)));
        try (PersonFinder one = PersonFinder.load(weights);
                PersonFinder several =
                        PersonFinder.load(weights, engine, List.of(ComputeDevice.CPU, ComputeDevice.CPU))) {

            assertThat(several.devices()).isEqualTo(2);
            assertThat(several.find(List.of(picture), 12)).isEqualTo(one.find(List.of(picture), 12));
            assertThatCode(several::probe).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldTakeAPeakForSomebodyFromTheScoreOnThatItsTrainerSaid() throws Exception {
        Picture picture = lights(480, 280, 25, List.of(new Point(100, 100)));
        try (PersonFinder strict =
                PersonFinder.load(BrightLocator.publish(store.resolve("strict"), 0, Map.of("leastScore", 0.55)))) {
            assertThat(strict.find(List.of(picture), 12).get(0)).isEmpty();
        }
        try (PersonFinder open =
                PersonFinder.load(BrightLocator.publish(store.resolve("open"), -0.3, Map.of("leastScore", 0.1)))) {
            assertThat(open.find(List.of(picture), 12).get(0)).isNotEmpty();
        }
    }

    @Test
    void shouldAlsoFindWhoIsFaintAndSayFromWhichScoreOnNobodyIs() throws Exception {
        Picture picture = lights(480, 280, 25, List.of(new Point(100, 100)));
        Map<String, Object> training = Map.of("leastScore", 0.95, "faintScore", 0.1);
        try (PersonFinder finder = PersonFinder.load(BrightLocator.publish(store, -0.3, training))) {
            assertThat(finder.scores()).isEqualTo(new LocatorScores(0.95, 0.1));
            assertThat(finder.find(List.of(picture), 12).get(0))
                    .isNotEmpty()
                    .allSatisfy(faint -> assertThat(faint.score()).isLessThan(0.95));
        }
    }

    @Test
    void shouldRefuseAManifestWhoseFaintAreSurerThanItsLeastScore() {
        assertThatThrownBy(() -> BrightLocator.publish(store, 0, Map.of("leastScore", 0.4, "faintScore", 0.5)))
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("training's faintScore is 0.5; allowed: a number more than 0 and at most 0.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "-0.1", "\"high\""})
    void shouldRefuseAManifestWhoseLeastScoreIsNone(String said) {
        String json = "{\"training\":{\"leastScore\":" + said + "}}";

        assertThatThrownBy(() -> BrightLocator.publish(store, 0, Map.of("leastScore", value(said))))
                .as(json)
                .isInstanceOf(BadWeightsException.class)
                .hasMessageContaining("training's leastScore is " + said.replace("\"", ""))
                .hasMessageContaining("allowed: a number more than 0 and at most 1");
    }

    private static Object value(String said) {
        return said.startsWith("\"") ? said.replace("\"", "") : (Object) Double.valueOf(said);
    }

    @Test
    void shouldSayInOneLineThatAVersionIsForTheOtherTask() throws Exception {
        WeightsVersion poses = WeightsVersion.open(TinyWeights.publish(store, "1", 1));
        WeightsVersion locator = BrightLocator.publish(store, 0);

        assertThatThrownBy(() -> PersonFinder.load(poses))
                .isInstanceOf(BadWeightsException.class)
                .hasMessage("tiny/1 estimates poses; allowed here: a version that finds people");
        assertThatThrownBy(() -> PoseEstimator.load(locator))
                .isInstanceOf(BadWeightsException.class)
                .hasMessage("locator/bright finds people; allowed here: a version that estimates poses");
    }

    private static void write(PictureBatch.Place place, byte[] jpeg) {
        try (DecodedPicture picture = DecodedPicture.decodeJpeg(jpeg)) {
            place.write(picture);
        } catch (BrokenPictureException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A white square in the middle of a black picture's height. */
    private static byte[] jpeg(int width, int height, int x) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x - 5, height / 2 - 5, 11, 11);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
