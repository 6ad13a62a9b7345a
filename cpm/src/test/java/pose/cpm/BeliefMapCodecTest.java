package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

class BeliefMapCodecTest {

    @ParameterizedTest
    @EnumSource(value = Preset.class, mode = EnumSource.Mode.EXCLUDE, names = "LOCATOR")
    void shouldFindEveryPartWithinHalfAPixelOfTheInputInTheImagesOwnPixels(Preset preset) {
        Architecture architecture = preset.architecture(14, 3);
        BeliefMapCodec codec = BeliefMapCodec.of(architecture);
        Random random = new Random(4);
        for (int person = 0; person < 50; person++) {
            Box box = new Box(random.nextDouble() * 500 - 100, random.nextDouble() * 300 - 50, 1, 1)
                    .square(40 + random.nextDouble() * 700);
            Crop crop = Crop.of(box, architecture.inputSize());
            List<Optional<Point>> parts = new ArrayList<>();
            for (int p = 0; p < 14; p++) {
                parts.add(Optional.of(new Point(
                        box.x() + box.width() * (0.02 + 0.96 * random.nextDouble()),
                        box.y() + box.height() * (0.02 + 0.96 * random.nextDouble()))));
            }
            float[] maps = new float[architecture.maps() * codec.cells()];

            codec.encode(parts.stream().map(p -> p.map(crop::toInput)).toList(), maps, 0);
            List<Keypoint> found = codec.decode(maps, 0, 14);

            double halfAnInputPixel = 0.5 / crop.scale();
            for (int p = 0; p < 14; p++) {
                Point source = crop.toSource(found.get(p).point());
                assertThat(source.distanceTo(parts.get(p).orElseThrow()))
                        .as("part %d of person %d at %s", p, person, crop)
                        .isLessThan(halfAnInputPixel);
            }
        }
    }

    @Test
    void shouldMakeTheBackgroundWhatNoPartClaims() {
        BeliefMapCodec codec = new BeliefMapCodec(20, 8, 1.3);
        float[] maps = new float[3 * codec.cells()];

        codec.encode(List.of(Optional.of(new Point(43.5, 43.5)), Optional.of(new Point(91.5, 43.5))), maps, 0);

        for (int i = 0; i < codec.cells(); i++) {
            float highest = Math.max(maps[i], maps[codec.cells() + i]);
            assertThat(maps[2 * codec.cells() + i]).isEqualTo(1 - highest, within(1e-6f));
        }
        assertThat(maps[5 * 20 + 5]).isEqualTo(1f, within(1e-6f));
    }

    @Test
    void shouldLeaveTheMapOfAnAbsentPartEmpty() {
        BeliefMapCodec codec = new BeliefMapCodec(10, 8, 1);
        float[] maps = new float[2 * codec.cells()];
        java.util.Arrays.fill(maps, 9f);

        codec.encode(List.of(Optional.empty()), maps, 0);

        assertThat(maps).startsWith(new float[codec.cells()]).endsWith(1f, 1f);
    }

    @Test
    void shouldAnswerAFlatMapWithAScoreOfNothing() {
        BeliefMapCodec codec = new BeliefMapCodec(10, 8, 1);

        List<Keypoint> found = codec.decode(new float[codec.cells()], 0, 1);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).score()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-0.7,0", "1.4,1", "0.25,0.25"})
    void shouldKeepScoresWithinNothingAndOne(float peak, double score) {
        BeliefMapCodec codec = new BeliefMapCodec(3, 8, 1);
        float[] map = new float[9];
        java.util.Arrays.fill(map, -1f);
        map[4] = peak;

        assertThat(codec.decode(map, 0, 1).get(0).score()).isEqualTo(score, within(1e-6));
    }

    @Test
    void shouldPutTheCentreMapsPeakInTheMiddle() {
        BeliefMapCodec codec = new BeliefMapCodec(20, 8, 1.3);

        float[] map = codec.centreMap();

        assertThat(map[9 * 20 + 9]).isEqualTo(map[10 * 20 + 10], within(1e-6f)).isGreaterThan(map[8 * 20 + 9]);
    }
}
