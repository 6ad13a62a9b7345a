package pose.trainer.experiment;

import java.util.List;
import java.util.Locale;

/**
 * Several runs of the same: their mean and how far they lie apart.
 *
 * @param mean of them
 * @param deviation sample standard deviation; 0 for one alone
 * @param count how many, at least 1
 */
public record Spread(double mean, double deviation, int count) {

    /** Of at least one value. */
    public static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        int count = values.size();
        return new Spread(mean, count > 1 ? Math.sqrt(squares / (count - 1)) : 0, count);
    }

    /** {@code 21.4 ± 0.3}, or {@code 21.4} for one alone. */
    @Override
    public String toString() {
        return count == 1
                ? String.format(Locale.ROOT, "%.1f", mean)
                : String.format(Locale.ROOT, "%.1f ± %.1f", mean, deviation);
    }
}
