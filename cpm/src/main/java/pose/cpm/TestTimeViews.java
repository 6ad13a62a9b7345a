package pose.cpm;

import java.util.ArrayList;
import java.util.List;

/**
 * How often and how each person is looked at when there is time: in crops of several sizes around the given one, as the
 * paper does for its figures (Wei et al., section 4.2), and in the mirror too.
 *
 * @param scales what a subject's box is multiplied by: below 1 the person fills more of the crop; each from 0.25 to 4
 * @param flip whether each crop is also looked at mirrored
 */
public record TestTimeViews(List<Double> scales, boolean flip) {

    /** One plain look. */
    public static final TestTimeViews SINGLE = new TestTimeViews(List.of(1.0), false);

    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 4;

    /** One look: its crop is the subject's box times {@code scale}. */
    record View(double scale, boolean mirrored) {}

    public TestTimeViews {
        scales = List.copyOf(scales);
        if (scales.isEmpty() || scales.stream().distinct().count() != scales.size()) {
            throw new IllegalArgumentException("scales are " + scales + "; there must be one at least, and each once");
        }
        for (double scale : scales) {
            if (!(scale >= SMALLEST && scale <= LARGEST)) {
                throw new IllegalArgumentException(
                        "scales have " + scale + "; each must be from " + SMALLEST + " to " + LARGEST);
            }
        }
    }

    List<View> views() {
        List<View> views = new ArrayList<>();
        for (double scale : scales) {
            views.add(new View(scale, false));
            if (flip) {
                views.add(new View(scale, true));
            }
        }
        return views;
    }

    /** What a table calls it, e.g. {@code plain} or {@code flip, scales 0.8 1.0 1.25}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (flip) {
            words.add("flip");
        }
        if (!scales.equals(List.of(1.0))) {
            words.add("scales "
                    + String.join(" ", scales.stream().map(String::valueOf).toList()));
        }
        return words.isEmpty() ? "plain" : String.join(", ", words);
    }
}
