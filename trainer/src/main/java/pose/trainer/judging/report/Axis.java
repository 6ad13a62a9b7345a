package pose.trainer.judging.report;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to pixels along one side of a chart.
 *
 * @param label what it measures, with its unit
 * @param least value at {@code from}
 * @param most value at {@code to}, more than {@code least}
 * @param from pixel
 * @param to pixel
 * @param leastStep between ticks, e.g. 1 where values are whole
 */
record Axis(String label, double least, double most, double from, double to, double leastStep) {

    private static final int TICKS = 6;

    Axis {
        if (!(most > least)) {
            throw new IllegalArgumentException(
                    "axis " + label + " goes from " + least + " to " + most + "; it must end beyond where it begins");
        }
    }

    double pixel(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    /** Round values within the axis, about half a dozen. */
    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(least / step - 1e-9); k * step <= most + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** Decimals that tell two ticks apart. */
    int decimals() {
        return (int) Math.max(0, Math.ceil(-Math.log10(step()) - 1e-9));
    }

    private double step() {
        double rough = Math.max((most - least) / TICKS, leastStep);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
