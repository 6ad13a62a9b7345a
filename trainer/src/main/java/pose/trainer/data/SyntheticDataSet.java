package pose.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.athlete.AthleteScene;
import pose.athlete.RenderedFrame;
import pose.cpm.Picture;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.SkeletonConversion;

/**
 * Rendered athletes: as many pictures as asked for, each a still of a scene of its own, every part known, also where
 * something hides it or it lies outside the picture, and also those of the athletes beside the one in the middle.
 */
public final class SyntheticDataSet implements DataSet {

    /** Where athletes to judge on begin: no training set that names no seed of its own reaches theirs. */
    public static final long JUDGING_SEED = 900_000_000;

    /** Where athletes to train on begin. */
    static final long TRAINING_SEED = 1_000_000;

    /** The largest set. */
    static final int MOST = 999_999;

    /** The largest crowd that a scene holds. */
    static final int MOST_PEOPLE = 16;

    private static final int SIDE = 288;

    private final int size;
    private final long seed;
    private final int people;
    private final Skeleton skeleton;
    private final Optional<SkeletonConversion> conversion;

    /**
     * One athlete a picture, in {@code lsp14}.
     *
     * @param size how many
     * @param seed of the first; two sets whose ranges {@code seed … seed + size} do not meet share no picture
     */
    public SyntheticDataSet(int size, long seed) {
        this(size, seed, 1, Skeleton.LSP14);
    }

    /**
     * @param people in each picture, 1 to 16; the first, in the middle, is the subject
     * @param skeleton to convert to, from {@code lsp14}
     */
    SyntheticDataSet(int size, long seed, int people, Skeleton skeleton) {
        this.size = size;
        this.seed = seed;
        this.people = people;
        this.skeleton = skeleton;
        conversion = SkeletonConversion.between(Skeleton.LSP14, skeleton);
    }

    @Override
    public String name() {
        return "synthetic:athlete " + seed + "-" + (seed + size - 1)
                + (people == 1 ? "" : " of " + people + " people")
                + conversion.map(c -> " (" + c.name() + ")").orElse("");
    }

    @Override
    public Skeleton skeleton() {
        return skeleton;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Sample sample(int index) {
        RenderedFrame frame = AthleteScene.sample(seed + index, SIDE, SIDE, people);
        List<List<Optional<Point>>> all = new ArrayList<>();
        for (List<Point> athlete : frame.people()) {
            all.add(labels(athlete));
        }
        return new Sample(
                "athlete" + (seed + index),
                Picture.of(frame.image()),
                all.get(0),
                all.subList(1, all.size()),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private List<Optional<Point>> labels(List<Point> athlete) {
        List<Optional<Point>> labels = athlete.stream().map(Optional::of).toList();
        return conversion.map(c -> c.convert(labels)).orElse(labels);
    }
}
