package pose.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.cpm.network.Architecture;
import pose.cpm.network.Preset;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.Sample;

/** What stage 1 and the later stages are shown of a picture with two people in it. */
class IdealMapsTest {

    private static final int SIDE = 32;
    /** Side of the maps in cells: stride 4. */
    private static final int CELLS = 8;

    private static final double PEAK_WEIGHT = 3;
    private static final Architecture ARCHITECTURE =
            Preset.TINY.architecture(14, 2).withInputSize(SIDE);

    private record Few(List<Sample> samples) implements DataSet {

        @Override
        public String name() {
            return "few";
        }

        @Override
        public Skeleton skeleton() {
            return Skeleton.LSP14;
        }

        @Override
        public int size() {
            return samples.size();
        }

        @Override
        public Sample sample(int index) {
            return samples.get(index);
        }
    }

    /** A subject whose parts are all at one place; the first of them may be unlabelled. */
    private static Sample sample(boolean isFirstLabelled, List<List<Optional<Point>>> others) {
        List<Optional<Point>> parts = person(atCell(2));
        if (!isFirstLabelled) {
            parts.set(0, Optional.empty());
        }
        Box box = new Box(0, 0, SIDE / Sample.MARGIN, SIDE / Sample.MARGIN);
        Picture picture = Picture.of(SIDE, SIDE, new byte[3 * SIDE * SIDE]);
        return new Sample("one", picture, parts, others, Optional.of(box), OptionalDouble.empty());
    }

    private static List<Optional<Point>> person(Point at) {
        return new ArrayList<>(Collections.nCopies(Skeleton.LSP14.size(), Optional.of(at)));
    }

    /**
     * The centre of a cell on the diagonal, in source pixels: the crop is a square of {@link #SIDE} around the box, whose
     * middle is at SIDE / MARGIN / 2.
     */
    private static Point atCell(int cell) {
        double offset = (SIDE - SIDE / Sample.MARGIN) / 2;
        double at = 4 * cell + 1.5 - offset;
        return new Point(at, at);
    }

    private static Batch batch(Sample... samples) throws Exception {
        return new BatchMaker(new Few(List.of(samples)), Augmentation.NONE, PEAK_WEIGHT, 1)
                .make(IntStream.range(0, samples.length).toArray(), 0, ARCHITECTURE);
    }

    private static float at(float[] maps, int map, int cell) {
        return maps[map * CELLS * CELLS + cell * CELLS + cell];
    }

    @Test
    void shouldShowEveryoneToStage1AndTheSubjectAloneToTheLaterStages() throws Exception {
        Batch batch = batch(sample(true, List.of(person(atCell(6)))));

        float[] everyone = batch.everyone().ideal();
        float[] subject = batch.subject().ideal();
        assertThat(at(everyone, 3, 2)).isGreaterThan(0.9f);
        assertThat(at(everyone, 3, 6)).isGreaterThan(0.9f);
        assertThat(at(subject, 3, 2)).isGreaterThan(0.9f);
        assertThat(at(subject, 3, 6)).isLessThan(1e-3f);
        int background = Skeleton.LSP14.size();
        assertThat(at(everyone, background, 6)).isLessThan(0.1f);
        assertThat(at(subject, background, 6)).isGreaterThan(0.99f);
        assertThat(at(batch.everyone().weight(), 3, 6)).isGreaterThan(3.7f);
        assertThat(at(batch.subject().weight(), 3, 6)).isLessThan(1.01f);
    }

    @Test
    void shouldGiveNoWeightToWhatIsNotLabelledWhoeverElseIsThere() throws Exception {
        List<Optional<Point>> other = person(atCell(6));
        other.set(5, Optional.empty());

        Batch batch = batch(sample(false, List.of(other)));

        int map = CELLS * CELLS;
        int background = Skeleton.LSP14.size() * map;
        for (Goal maps : List.of(batch.everyone(), batch.subject())) {
            assertThat(Arrays.copyOfRange(maps.weight(), 0, map)).containsOnly(0f);
            assertThat(Arrays.copyOfRange(maps.weight(), background, background + map))
                    .containsOnly(0f);
            assertThat(at(maps.weight(), 1, 2)).isGreaterThan(3.7f);
        }
        assertThat(at(batch.everyone().ideal(), 5, 6)).isLessThan(1e-3f);
        assertThat(at(batch.everyone().ideal(), 6, 6)).isGreaterThan(0.9f);
    }

    @Test
    void shouldDrawOneSetOfMapsWhereNobodyElseIsInSight() throws Exception {
        Batch alone = batch(sample(true, List.of()), sample(true, List.of(person(new Point(500, 500)))));
        Batch together = batch(sample(true, List.of()), sample(true, List.of(person(atCell(6)))));

        assertThat(alone.everyone()).isSameAs(alone.subject());
        assertThat(together.everyone()).isNotSameAs(together.subject());
    }
}
