package pose.trainer.judging.report;

import java.util.List;

/**
 * One line of a {@link LineChart}.
 *
 * @param colour as CSS has it
 * @param dashed whether it is drawn broken
 * @param x rising
 * @param y one a value of {@code x}
 */
record Series(String name, String colour, boolean dashed, List<Double> x, List<Double> y) {

    Series {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.isEmpty() || x.size() != y.size()) {
            throw new IllegalArgumentException("series " + name + " has " + x.size() + " x and " + y.size()
                    + " y; it needs as many of each, and one at least");
        }
    }
}
