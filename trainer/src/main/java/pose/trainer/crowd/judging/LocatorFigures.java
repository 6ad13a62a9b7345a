package pose.trainer.crowd.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import pose.trainer.judging.Figures;

/**
 * Recall and precision of a locator, over all sizes and by size, at one score.
 *
 * @param score from which on sightings count
 * @param all whatever their size
 * @param sizes by size; people count in the bin that they are in, wrong sightings in the one that they claim
 * @param averagePrecision area under precision over recall for all scores, 0 to 1, interpolated at 101 points as COCO's
 * @param pictures judged
 */
public record LocatorFigures(
        double score, Counts all, Map<String, Counts> sizes, double averagePrecision, int pictures) {

    /** What F1 is called in manifests and curves. */
    public static final String NAME = "f1@0.5";

    private static final String SCORE = "score";
    private static final int RECALLS = 100;

    public LocatorFigures {
        sizes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }

    /** At the score at which recall and precision together (F1) are highest. */
    public static LocatorFigures of(List<JudgedCrowd> crowds) {
        return at(bestScore(crowds), crowds);
    }

    /** At a score. */
    public static LocatorFigures at(double score, List<JudgedCrowd> crowds) {
        Map<String, Counts> sizes = new LinkedHashMap<>();
        Stream.concat(SizeBin.COCO.stream(), SizeBin.HD.stream())
                .forEach(bin -> sizes.put(bin.name(), counts(crowds, score, bin)));
        SizeBin every = new SizeBin("all", 0, Double.POSITIVE_INFINITY, (extent, crowd) -> extent);
        return new LocatorFigures(score, counts(crowds, score, every), sizes, averagePrecision(crowds), crowds.size());
    }

    private static Counts counts(List<JudgedCrowd> crowds, double score, SizeBin bin) {
        long people = 0;
        long right = 0;
        long wrong = 0;
        for (JudgedCrowd crowd : crowds) {
            people += crowd.people().stream()
                    .filter(extent -> bin.has(extent, crowd))
                    .count();
            for (JudgedCrowd.Found found : crowd.sightings()) {
                if (found.score() >= score && bin.has(found.extent(), crowd)) {
                    right += found.isRight() ? 1 : 0;
                    wrong += found.isRight() ? 0 : 1;
                }
            }
        }
        return new Counts(people, right, wrong);
    }

    private static List<JudgedCrowd.Found> ordered(List<JudgedCrowd> crowds) {
        return crowds.stream()
                .flatMap(crowd -> crowd.sightings().stream())
                .sorted(Comparator.comparingDouble(JudgedCrowd.Found::score).reversed())
                .toList();
    }

    private static long people(List<JudgedCrowd> crowds) {
        return crowds.stream().mapToLong(crowd -> crowd.people().size()).sum();
    }

    private static double bestScore(List<JudgedCrowd> crowds) {
        long people = people(crowds);
        long right = 0;
        long wrong = 0;
        double best = -1;
        double score = 0.5;
        for (JudgedCrowd.Found found : ordered(crowds)) {
            right += found.isRight() ? 1 : 0;
            wrong += found.isRight() ? 0 : 1;
            double f1 = new Counts(people, right, wrong).f1();
            if (f1 > best) {
                best = f1;
                score = found.score();
            }
        }
        return score;
    }

    private static double averagePrecision(List<JudgedCrowd> crowds) {
        long people = people(crowds);
        List<Double> precisions = new ArrayList<>();
        List<Double> recalls = new ArrayList<>();
        long right = 0;
        long all = 0;
        for (JudgedCrowd.Found found : ordered(crowds)) {
            all++;
            right += found.isRight() ? 1 : 0;
            precisions.add((double) right / all);
            recalls.add((double) right / Math.max(1, people));
        }
        // The precision at a recall is the best there is from there on.
        for (int i = precisions.size() - 2; i >= 0; i--) {
            precisions.set(i, Math.max(precisions.get(i), precisions.get(i + 1)));
        }
        double sum = 0;
        int at = 0;
        for (int r = 0; r <= RECALLS; r++) {
            while (at < recalls.size() && recalls.get(at) < (double) r / RECALLS) {
                at++;
            }
            sum += at < recalls.size() ? precisions.get(at) : 0;
        }
        return sum / (RECALLS + 1);
    }

    /** The score, 0 to 1 in hundredths, that figures from here were told at. */
    public static double score(Figures figures) {
        return Math.max(1, Math.round(Objects.requireNonNull(figures.parts().get(SCORE)))) / 100.0;
    }

    /** In per cent, F1 the mean, by which the best epoch is chosen. */
    public Figures toFigures() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("recall", 100 * all.recall());
        parts.put("precision", 100 * all.precision());
        parts.put("ap", 100 * averagePrecision);
        parts.put(SCORE, 100 * score);
        sizes.forEach((name, counts) -> {
            if (counts.people() > 0) {
                parts.put("recall " + name, 100 * counts.recall());
            }
            if (counts.right() + counts.wrong() > 0) {
                parts.put("precision " + name, 100 * counts.precision());
            }
        });
        parts.values().removeIf(value -> !Double.isFinite(value));
        return new Figures(NAME, OptionalDouble.of(100 * all.f1()), parts, (int) all.people());
    }
}
