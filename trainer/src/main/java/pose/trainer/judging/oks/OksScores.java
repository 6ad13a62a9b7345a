package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Average precision and recall of one size of people, as shares.
 *
 * @param toFind how many people there were
 * @param precisions average precision at each of {@link #THRESHOLDS}; none where there was nobody to find
 * @param recalls recall at each of them; none where there was nobody to find
 */
public record OksScores(int toFind, List<Double> precisions, List<Double> recalls) {

    /** Similarities from which on somebody is found: 0.5, 0.55 … 0.95. */
    public static final List<Double> THRESHOLDS = List.of(0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95);

    private static final int RECALL_STEPS = 100;
    private static final double RECALL_STEP = 0.01;

    public OksScores {
        precisions = List.copyOf(precisions);
        recalls = List.copyOf(recalls);
    }

    static OksScores of(List<Matching> pictures) {
        int toFind = pictures.stream().mapToInt(Matching::toFind).sum();
        List<Double> precisions = new ArrayList<>();
        List<Double> recalls = new ArrayList<>();
        if (toFind > 0) {
            for (double threshold : THRESHOLDS) {
                List<Matching.Counted> counted = pictures.stream()
                        .flatMap(picture -> picture.at(threshold).stream())
                        .sorted(Comparator.comparingDouble(Matching.Counted::score)
                                .reversed())
                        .toList();
                precisions.add(averagePrecision(counted, toFind));
                recalls.add((double) right(counted) / toFind);
            }
        }
        return new OksScores(toFind, precisions, recalls);
    }

    private static long right(List<Matching.Counted> counted) {
        return counted.stream().filter(Matching.Counted::isRight).count();
    }

    /**
     * The mean of the precision at recalls of 0, 0.01 … 1, each being the best there is from that recall on; 0 where it is not
     * reached.
     */
    private static double averagePrecision(List<Matching.Counted> counted, int toFind) {
        double[] precision = new double[counted.size()];
        double[] recall = new double[counted.size()];
        int right = 0;
        for (int i = 0; i < counted.size(); i++) {
            right += counted.get(i).isRight() ? 1 : 0;
            recall[i] = (double) right / toFind;
            precision[i] = (double) right / (i + 1);
        }
        for (int i = precision.length - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        double sum = 0;
        int at = 0;
        for (int step = 0; step <= RECALL_STEPS; step++) {
            // The products, not the quotients: a recall of exactly 0.35 does not reach COCO's 0.35, a hair above it.
            while (at < recall.length && recall[at] < step * RECALL_STEP) {
                at++;
            }
            sum += at < precision.length ? precision[at] : 0;
        }
        return sum / (RECALL_STEPS + 1);
    }

    /** AP: the mean over the thresholds; absent where there was nobody to find. */
    public OptionalDouble averagePrecision() {
        return mean(precisions);
    }

    /** AR: the mean over the thresholds; absent where there was nobody to find. */
    public OptionalDouble averageRecall() {
        return mean(recalls);
    }

    /** AP at one of {@link #THRESHOLDS}. */
    public OptionalDouble precisionAt(double threshold) {
        return at(precisions, threshold);
    }

    /** Recall at one of {@link #THRESHOLDS}. */
    public OptionalDouble recallAt(double threshold) {
        return at(recalls, threshold);
    }

    private static OptionalDouble at(List<Double> values, double threshold) {
        int place = THRESHOLDS.indexOf(threshold);
        if (place < 0) {
            throw new IllegalArgumentException("threshold " + threshold + " is none of " + THRESHOLDS);
        }
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(place));
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }
}
