package pose.app.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Where the values of a distribution lie, by nearest rank; all NaN where there are none.
 *
 * @param count how many values
 */
record Quantiles(int count, double p50, double p95, double p99, double max) {

    static Quantiles of(LongStream values, double unit) {
        long[] sorted = values.sorted().toArray();
        return new Quantiles(
                sorted.length,
                rank(sorted, 0.5) / unit,
                rank(sorted, 0.95) / unit,
                rank(sorted, 0.99) / unit,
                rank(sorted, 1) / unit);
    }

    private static double rank(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** The middle of these, the mean of the two in the middle where their number is even; NaN where there are none. */
    static double median(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The figures in milliseconds, named {@code <name>_p50_ms} and so on. */
    Map<String, Object> inMillis(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(name + "_p50_ms", p50);
        map.put(name + "_p95_ms", p95);
        map.put(name + "_p99_ms", p99);
        map.put(name + "_max_ms", max);
        return map;
    }
}
