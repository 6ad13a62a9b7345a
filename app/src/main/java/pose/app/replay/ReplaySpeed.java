package pose.app.replay;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How fast footage is replayed.
 *
 * @param factor seconds of footage a second, {@value #SLOWEST} to {@value #FASTEST}; empty for as fast as it can be had
 */
public record ReplaySpeed(OptionalDouble factor) {

    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 8;

    private static final String MAX = "max";

    public ReplaySpeed {
        // Written so that NaN is refused as well.
        if (factor.isPresent() && !(factor.getAsDouble() >= SLOWEST && factor.getAsDouble() <= FASTEST)) {
            throw new IllegalArgumentException("'" + factor.getAsDouble() + "' is not from 0.25 to 8, nor max");
        }
    }

    /** As fast as it can be had. */
    public static ReplaySpeed max() {
        return new ReplaySpeed(OptionalDouble.empty());
    }

    public static ReplaySpeed of(double factor) {
        return new ReplaySpeed(OptionalDouble.of(factor));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where the text is neither a factor in range nor {@code max}
     */
    public static ReplaySpeed parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(MAX)) {
            return max();
        }
        try {
            return of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number from 0.25 to 8, nor max", e);
        }
    }

    @Override
    public String toString() {
        return factor.isPresent() ? factor.getAsDouble() + "×" : MAX;
    }
}
