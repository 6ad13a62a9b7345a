package pose.trainer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import pose.athlete.MatchScene;
import pose.athlete.Performer;
import pose.athlete.RenderedFrame;
import pose.athlete.SceneOptions;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.SkeletonConversion;

/**
 * People in a crowd: each sample is one athlete of a random moment of a rendered match of its own, see {@link MatchScene}, of
 * whom enough is in sight, and what of the picture lies around them.
 *
 * <p>The subject's parts are labelled also where somebody else hides them, as LSP's, MPII's and COCO's annotators do where the
 * place can be told from the rest: unlabelled, they would leave the network free to take those of whoever is in front. Parts
 * beyond the picture's border are not labelled, and of the others only what is in sight is. The given box reaches as far as
 * all the subject's parts do.
 */
final class MatchDataSet implements DataSet {

    /** Where people to judge on begin: beyond all of {@link SyntheticDataSet}'s and of the crowds'. */
    static final long JUDGING_SEED = SyntheticDataSet.JUDGING_SEED + 70_000_000;

    static final long TRAINING_SEED = 70_000_000;

    /** The largest set. */
    static final int MOST = 999_999;

    /** Share of the subject's parts that are in sight. */
    static final double LEAST_VISIBLE = 0.4;

    private static final int FEWEST_PEOPLE = 2;
    private static final int MOST_PEOPLE = 12;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final double LARGEST = 1.4;

    /** Long enough that moments of one match have little in common. */
    private static final double SECONDS = 3600;

    /**
     * Sides of the square around the subject, of the one that is looked at: what turning by 40°, showing the subject 0.7 times as large
     * and shifting by a tenth of the side bring into view.
     */
    private static final double AROUND = 2.2;

    private final int size;
    private final long seed;
    private final Skeleton skeleton;
    private final Optional<SkeletonConversion> conversion;

    /**
     * A set of people.
     *
     * @param size how many
     * @param seed of the first; two sets whose ranges {@code seed … seed + size} do not meet share no match
     * @param skeleton to convert to, from {@code lsp14}
     */
    MatchDataSet(int size, long seed, Skeleton skeleton) {
        this.size = size;
        this.seed = seed;
        this.skeleton = skeleton;
        conversion = SkeletonConversion.between(Skeleton.LSP14, skeleton);
    }

    @Override
    public String name() {
        return "matches " + seed + "-" + (seed + size - 1)
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
        SplittableRandom random = new SplittableRandom(seed + index);
        double scale = random.nextDouble(1 / LARGEST, LARGEST);
        MatchScene match = new MatchScene(new SceneOptions(
                random.nextInt(FEWEST_PEOPLE, MOST_PEOPLE + 1),
                25,
                (int) Math.round(WIDTH * scale),
                (int) Math.round(HEIGHT * scale),
                SECONDS,
                seed + index));
        long moment = random.nextLong(match.frames());
        List<Performer> clear = clear(match, moment);
        // Everybody comes back within seconds, so that there is such a moment in an hour.
        while (clear.isEmpty()) {
            moment = random.nextLong(match.frames());
            clear = clear(match, moment);
        }
        long subject = clear.get(random.nextInt(clear.size())).id();
        return sample("match" + (seed + index), match.render(moment), subject);
    }

    private static List<Performer> clear(MatchScene match, long moment) {
        return match.performers(moment).stream()
                .filter(performer -> performer.visible() >= LEAST_VISIBLE)
                .toList();
    }

    private Sample sample(String id, RenderedFrame frame, long subject) {
        Performer person = frame.performers().stream()
                .filter(performer -> performer.id() == subject)
                .findFirst()
                .orElseThrow();
        Box box = Box.around(person.keypoints());
        Cutting cutting = Cutting.of(box.square(Sample.MARGIN * AROUND), frame.image());
        List<List<Optional<Point>>> others = new ArrayList<>();
        for (Performer other : frame.performers()) {
            List<Optional<Point>> seen = labels(other, other.inSight(), cutting);
            if (other.id() != subject && seen.stream().anyMatch(Optional::isPresent)) {
                others.add(seen);
            }
        }
        List<Boolean> inPicture = person.keypoints().stream()
                .map(p -> p.isWithin(frame.image().getWidth(), frame.image().getHeight()))
                .toList();
        return new Sample(
                id,
                cutting.picture(),
                labels(person, inPicture, cutting),
                others,
                Optional.of(cutting.inside(box)),
                OptionalDouble.empty());
    }

    private List<Optional<Point>> labels(Performer person, List<Boolean> labelled, Cutting cutting) {
        List<Optional<Point>> labels = new ArrayList<>();
        for (int p = 0; p < labelled.size(); p++) {
            labels.add(
                    labelled.get(p)
                            ? Optional.of(cutting.inside(person.keypoints().get(p)))
                            : Optional.empty());
        }
        return conversion.map(c -> c.convert(labels)).orElse(labels);
    }
}
