package pose.trainer.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pose.skeleton.Skeleton;

/**
 * Left and right swapped, of the whole body, its upper or its lower half: a model's predictions fit the labels much better
 * once they are mirrored. Which way somebody faces, and which way up, makes no difference to that; only a model that
 * itself confuses the sides is misled, and it is then often unsure, which weighs little.
 */
final class SwappedSides implements LabelTest {

    /** Pairs of parts that must be known on both sides. */
    private static final int FEWEST_PAIRS = 2;

    /** Mirrored, the labels must be no further off than this share of what they were. */
    private static final double MUCH_BETTER = 0.5;

    private final Skeleton skeleton;
    private final List<List<Integer>> halves;

    SwappedSides(Skeleton skeleton) {
        this.skeleton = skeleton;
        List<Integer> sided = IntStream.range(0, skeleton.size())
                .filter(p -> skeleton.mirror().get(p) != p)
                .boxed()
                .toList();
        List<Integer> lower = sided.stream().filter(this::isLower).toList();
        List<Integer> upper = sided.stream().filter(p -> !isLower(p)).toList();
        halves = Stream.of(sided, lower, upper).filter(h -> !h.isEmpty()).toList();
    }

    private boolean isLower(int part) {
        String name = skeleton.parts().get(part);
        return name.endsWith("hip") || name.endsWith("knee") || name.endsWith("ankle");
    }

    @Override
    public List<Suspicion> suspicions(List<Evidence> everybody) {
        List<Fence> fences = Disagreement.fences(everybody);
        List<Suspicion> found = new ArrayList<>();
        for (Evidence person : everybody) {
            halves.stream()
                    .map(half -> suspicion(person, half, fences))
                    .flatMap(Optional::stream)
                    .filter(suspicion -> suspicion.score() > 1)
                    .max(Comparator.comparingDouble(Suspicion::score))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * What mirroring mends, in fences, summed over the parts and divided by the root of their number: that much of many
     * parts at once is rarer than of one.
     */
    private Optional<Suspicion> suspicion(Evidence person, List<Integer> half, List<Fence> fences) {
        List<Integer> known = half.stream()
                .filter(p ->
                        isKnown(person, p) && isKnown(person, skeleton.mirror().get(p)))
                .toList();
        if (known.size() < 2 * FEWEST_PAIRS) {
            return Optional.empty();
        }
        double given = 0;
        double mirrored = 0;
        for (int p : known) {
            given += fences.get(p).score(person.miss(p, p).orElseThrow());
            mirrored +=
                    fences.get(p).score(person.miss(p, skeleton.mirror().get(p)).orElseThrow());
        }
        if (!(mirrored < MUCH_BETTER * given)) {
            return Optional.empty();
        }
        return Optional.of(new Suspicion(
                person.person(), known, SuspicionReason.SWAPPED, (given - mirrored) / Math.sqrt(known.size())));
    }

    private static boolean isKnown(Evidence person, int part) {
        return person.label(part).isPresent() && person.predicted().get(part).isPresent();
    }
}
