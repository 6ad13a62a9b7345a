package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pose.cpm.network.Preset;
import pose.cpm.network.Size;
import pose.skeleton.Box;
import pose.skeleton.Point;

class SightingCodecTest {

    private static final double LEAST_SCORE = 0.3;

    private final SightingCodec codec = SightingCodec.of(Preset.LOCATOR.architecture(1, 2));
    private final float[] ideal = new float[codec.values()];
    private final float[] weight = new float[codec.values()];

    private static Sighting person(double x, double y, double extent) {
        return new Sighting(new Point(x, y), extent, 1);
    }

    private List<Sighting> roundTrip(List<Sighting> people) {
        codec.encode(people, List.of(), ideal, weight, 0);
        return codec.decode(ideal, 0, LEAST_SCORE, 1000);
    }

    /** The value of one map at one cell. */
    private float at(float[] maps, int map, int x, int y) {
        int channel = 4 * map + 2 * (y % 2) + x % 2;
        return maps[(channel * 27 + y / 2) * 48 + x / 2];
    }

    @Test
    void shouldHaveACellForEveryFourPixels() {
        assertThat(codec.cells()).isEqualTo(new Size(96, 54));
        assertThat(codec.values()).isEqualTo(3 * 96 * 54);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 12, 30, 64, 120, 210, 300})
    void shouldFindSomebodyOfAnySizeAgain(double extent) {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Sighting person = person(383 * random.nextDouble(), 215 * random.nextDouble(), extent);

            List<Sighting> found = roundTrip(List.of(person));

            assertThat(found).hasSize(1);
            assertThat(found.get(0).centre().distanceTo(person.centre()))
                    .as("at %s", person.centre())
                    .isLessThan(0.2);
            assertThat(found.get(0).extent()).isCloseTo(extent, within(0.001 * extent));
            assertThat(found.get(0).score()).isBetween(0.75, 1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12, 10", "12, 12", "40, 12", "100, 25", "210, 60",
    })
    void shouldTellNeighboursApart(double extent, double distance) {
        List<Sighting> found = roundTrip(List.of(person(150, 100, extent), person(150 + distance, 101, extent)));

        assertThat(found.stream().map(s -> s.centre().x()).sorted()).hasSize(2);
        assertThat(found.stream().mapToDouble(s -> s.centre().x()).max().orElseThrow())
                .isCloseTo(150 + distance, within(2.0));
    }

    @Test
    void shouldTellSomebodySmallInFrontOfSomebodyLarge() {
        List<Sighting> found = roundTrip(List.of(person(200, 100, 200), person(180, 160, 20)));

        assertThat(found).hasSize(2);
        assertThat(found.stream().map(Sighting::extent).sorted().toList())
                .satisfies(
                        extents -> assertThat(extents.get(0)).isCloseTo(20, within(1.0)),
                        extents -> assertThat(extents.get(1)).isCloseTo(200, within(5.0)));
    }

    @Test
    void shouldSeeTwoAtOnePlaceOnce() {
        assertThat(roundTrip(List.of(person(200, 100, 50), person(200, 100, 50))))
                .hasSize(1);
    }

    @Test
    void shouldSeeSomebodyUprightOnceWhomItTakesForAHigherAndALowerOne() {
        List<Sighting> found = roundTrip(List.of(person(200, 100, 150), person(203, 140, 130)));

        assertThat(found).hasSize(1);
    }

    @Test
    void shouldTellPeopleOneAboveTheOtherApart() {
        List<Sighting> found = roundTrip(List.of(person(200, 60, 60), person(203, 100, 60)));

        assertThat(found).hasSize(2);
    }

    @Test
    void shouldFind200People() {
        List<Sighting> people = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            people.add(person(10 + i % 20 * 19, 10 + i / 20 * 21, 12 + i % 5));
        }

        List<Sighting> found = roundTrip(people);

        assertThat(found).hasSize(200);
        for (Sighting person : people) {
            assertThat(found.stream()
                            .mapToDouble(s -> s.centre().distanceTo(person.centre()))
                            .min()
                            .orElseThrow())
                    .isLessThan(1);
        }
    }

    @Test
    void shouldGiveTheHighestPeaksFirstAndNoMoreThanWanted() {
        codec.encode(
                List.of(person(50, 50, 40), person(150, 50, 40), person(250, 50, 40)), List.of(), ideal, weight, 0);
        scaleColumns(25, 50, 0.5f);
        scaleColumns(50, 75, 0.8f);

        List<Sighting> found = codec.decode(ideal, 0, LEAST_SCORE, 2);

        assertThat(found)
                .hasSize(2)
                .isSortedAccordingTo(Comparator.comparingDouble(Sighting::score).reversed());
        assertThat(found.get(0).centre().x()).isCloseTo(50, within(1.0));
        assertThat(found.get(1).centre().x()).isCloseTo(250, within(1.0));
        assertThat(codec.decode(ideal, 0, LEAST_SCORE, 0)).isEmpty();
        assertThat(codec.decode(ideal, 0, 0.6, 10)).hasSize(2);
    }

    private void scaleColumns(int from, int to, float factor) {
        for (int y = 0; y < 54; y++) {
            for (int x = from; x < to; x++) {
                int channel = 2 * (y % 2) + x % 2;
                ideal[(channel * 27 + y / 2) * 48 + x / 2] *= factor;
            }
        }
    }

    @Test
    void shouldSayOfASecondPeakOfOnePersonThatItIsThem() {
        codec.encode(List.of(person(200, 100, 200)), List.of(), ideal, weight, 0);
        double before = codec.decode(ideal, 0, LEAST_SCORE, 9).size();
        int x = 53;
        int y = 26;
        ideal[((2 * (y % 2) + x % 2) * 27 + y / 2) * 48 + x / 2] = 0.95f;

        assertThat(before).isEqualTo(1);
        assertThat(codec.decode(ideal, 0, LEAST_SCORE, 9)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "383, 215", "0, 215", "-1.5, 100", "385, 100", "200, 217"})
    void shouldFindSomebodyWhoseCentreIsAtTheBorder(double x, double y) {
        List<Sighting> found = roundTrip(List.of(person(x, y, 80)));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).centre().distanceTo(new Point(x, y))).isLessThan(2);
        assertThat(found.get(0).extent()).isCloseTo(80, within(0.1));
    }

    @Test
    void shouldSeeNobodyInNothing() {
        assertThat(roundTrip(List.of())).isEmpty();
        assertThat(ideal).containsOnly(0f, 1f);
        Arrays.fill(ideal, 0);
        assertThat(codec.decode(ideal, 0, LEAST_SCORE, 12)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1, 1, 1e30f})
    void shouldSurviveMapsOfOneValue(float value) {
        Arrays.fill(ideal, value);

        List<Sighting> found = codec.decode(ideal, 0, LEAST_SCORE, 12);

        assertThat(found)
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(s -> assertThat(s.score()).isEqualTo(1));
    }

    @Test
    void shouldMakeTheBackgroundWhatNobodyClaims() {
        codec.encode(List.of(person(101.5, 101.5, 40), person(110, 101.5, 40)), List.of(), ideal, weight, 0);

        for (int y = 0; y < 54; y++) {
            for (int x = 0; x < 96; x++) {
                assertThat(at(ideal, 0, x, y) + at(ideal, 1, x, y)).isEqualTo(1f);
            }
        }
        assertThat(at(ideal, 0, 25, 25)).isEqualTo(1f);
    }

    @Test
    void shouldLearnExtentsNearCentresOnly() {
        codec.encode(List.of(person(101.5, 101.5, 128)), List.of(), ideal, weight, 0);

        assertThat(at(weight, 2, 25, 25)).isEqualTo(1f);
        assertThat(at(ideal, 2, 25, 25)).isCloseTo((float) Math.log(2), within(1e-6f));
        assertThat(at(weight, 2, 26, 25)).isBetween(0.3f, 0.9f);
        assertThat(at(weight, 2, 31, 25)).isZero();
        assertThat(at(weight, 2, 80, 40)).isZero();
    }

    @Test
    void shouldGiveLargePeopleWiderPeaks() {
        codec.encode(List.of(person(101.5, 101.5, 20), person(301.5, 101.5, 200)), List.of(), ideal, weight, 0);

        assertThat(at(ideal, 0, 27, 25)).isCloseTo((float) Math.exp(-4 / (2 * 1.1 * 1.1)), within(1e-3f));
        assertThat(at(ideal, 0, 77, 25)).isCloseTo((float) Math.exp(-4 / (2 * 2.0 * 2.0)), within(1e-3f));
    }

    @Test
    void shouldCountNothingWhereNobodyKnowsWhoIsThereButWhoIsKnown() {
        codec.encode(List.of(person(101.5, 101.5, 40)), List.of(new Box(50, 50, 100, 100)), ideal, weight, 0);

        assertThat(List.of(at(weight, 0, 20, 20), at(weight, 1, 20, 20), at(weight, 2, 20, 20)))
                .containsOnly(0f);
        assertThat(List.of(at(weight, 0, 25, 25), at(weight, 1, 25, 25), at(weight, 2, 25, 25)))
                .containsOnly(1f);
        assertThat(List.of(at(weight, 0, 60, 20), at(weight, 1, 60, 20))).containsOnly(1f);
    }

    @Test
    void shouldWriteFromItsOffsetOnAndNothingElse() {
        float[] two = new float[2 * codec.values()];
        Arrays.fill(two, 7);

        codec.encode(List.of(person(101.5, 101.5, 40)), List.of(), two, new float[two.length], codec.values());

        assertThat(Arrays.copyOf(two, codec.values())).containsOnly(7f);
        assertThat(codec.decode(two, codec.values(), LEAST_SCORE, 9)).hasSize(1);
    }

    @Test
    void shouldBeOfLocatorsOnly() {
        assertThatThrownBy(() -> SightingCodec.of(Preset.LITE.architecture(14, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lite estimates poses; only a locator finds people");
    }
}
