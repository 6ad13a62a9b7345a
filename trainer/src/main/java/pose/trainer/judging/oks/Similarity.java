package pose.trainer.judging.oks;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Oks;
import pose.skeleton.Point;

/**
 * Object keypoint similarity of a prediction to a label: the mean over the labelled parts of exp(−d² / (2 area k²)), k being
 * twice the part's sigma. Of a label without parts (a crowd), d is how far each part is outside of its box, grown by its own width
 * and height on either side. As {@code computeOks} of COCO's own tools.
 */
final class Similarity {

    /** What is added to areas, so that those of nothing can be divided by. */
    private static final double LEAST_AREA = Math.ulp(1.0);

    private final List<Double> variances;

    /** @param parts names, in the order of everybody's */
    Similarity(List<String> parts) {
        variances = parts.stream().map(part -> Math.pow(2 * Oks.sigma(part), 2)).toList();
    }

    double of(TrueOne truth, FoundOne found) {
        return truth.labelled() > 0
                ? byParts(truth, found)
                : truth.box().map(box -> byBox(truth, box, found)).orElse(0.0);
    }

    private double byParts(TrueOne truth, FoundOne found) {
        double sum = 0;
        for (int p = 0; p < variances.size(); p++) {
            Optional<Point> label = truth.parts().get(p);
            Optional<Point> seen = found.parts().get(p);
            if (label.isPresent() && seen.isPresent()) {
                double dx = seen.get().x() - label.get().x();
                double dy = seen.get().y() - label.get().y();
                sum += alike(dx * dx + dy * dy, p, truth.area());
            }
        }
        return sum / truth.labelled();
    }

    private double byBox(TrueOne truth, Box box, FoundOne found) {
        double sum = 0;
        for (int p = 0; p < variances.size(); p++) {
            Optional<Point> seen = found.parts().get(p);
            if (seen.isPresent()) {
                double dx = outside(seen.get().x(), box.x(), box.width());
                double dy = outside(seen.get().y(), box.y(), box.height());
                sum += alike(dx * dx + dy * dy, p, truth.area());
            }
        }
        return sum / variances.size();
    }

    private static double outside(double at, double from, double length) {
        return Math.max(0, from - length - at) + Math.max(0, at - (from + 2 * length));
    }

    private double alike(double squared, int part, double area) {
        return Math.exp(-squared / variances.get(part) / (area + LEAST_AREA) / 2);
    }
}
