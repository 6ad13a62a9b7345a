package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who of a picture was found by which prediction: each prediction, the surest first, takes the most similar person whom none has
 * yet. People who do not count are only taken where nobody who counts can be, and then the prediction does not count either. As
 * {@code evaluateImg} of COCO's own tools.
 */
final class Matching {

    /** Of a picture only so many predictions count, the surest. */
    static final int MOST_FOUND = 20;

    private static final int NOBODY = -1;

    /** Similarity of exactly 1 must reach a threshold of 1. */
    private static final double ALMOST_ONE = 1 - 1e-10;

    private final AreaRange range;
    private final List<TrueOne> people;
    private final List<FoundOne> found;
    private final double[][] similarity;

    /** A prediction that counts, and whether it found somebody. */
    record Counted(double score, boolean isRight) {}

    Matching(JudgedPicture picture, Similarity similarity, AreaRange range) {
        this.range = range;
        // Stable: among equals the order of the files decides.
        people = picture.people().stream()
                .sorted(Comparator.comparing(person -> !counts(person)))
                .toList();
        found = picture.found().stream()
                .sorted(Comparator.comparingDouble(FoundOne::score).reversed())
                .limit(MOST_FOUND)
                .toList();
        this.similarity = new double[found.size()][people.size()];
        for (int f = 0; f < found.size(); f++) {
            for (int p = 0; p < people.size(); p++) {
                this.similarity[f][p] = similarity.of(people.get(p), found.get(f));
            }
        }
    }

    /** How many people there are to find. */
    int toFind() {
        return (int) people.stream().filter(this::counts).count();
    }

    /** The predictions that count, the surest first, where whoever is at least so similar is found. */
    List<Counted> at(double threshold) {
        boolean[] taken = new boolean[people.size()];
        List<Counted> counted = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            int person = best(f, Math.min(threshold, ALMOST_ONE), taken);
            if (person == NOBODY) {
                if (range.has(found.get(f).area())) {
                    counted.add(new Counted(found.get(f).score(), false));
                }
            } else {
                taken[person] = true;
                if (counts(people.get(person))) {
                    counted.add(new Counted(found.get(f).score(), true));
                }
            }
        }
        return counted;
    }

    private int best(int f, double threshold, boolean[] taken) {
        List<Integer> free = IntStream.range(0, people.size())
                .filter(p -> !taken[p] || people.get(p).isCrowd())
                .filter(p -> similarity[f][p] >= threshold)
                .boxed()
                .toList();
        int best = NOBODY;
        for (int p : free) {
            boolean isSecondChoice = best != NOBODY && counts(people.get(best)) && !counts(people.get(p));
            // Of equally similar people the later one, as COCO's tools have it.
            if (!isSecondChoice && (best == NOBODY || similarity[f][p] >= similarity[f][best])) {
                best = p;
            }
        }
        return best;
    }

    private boolean counts(TrueOne person) {
        return person.counts() && range.has(person.area());
    }
}
