package pose.trainer.labels;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

/**
 * One person's labels, and what they are held against.
 *
 * @param size the length in pixels of a torso of somebody of this size, see {@link BodySizes}; above 0
 * @param predicted in skeleton order; absent where nothing was predicted
 */
record Evidence(CheckedPerson person, double size, List<Optional<Keypoint>> predicted) {

    Evidence {
        predicted = List.copyOf(predicted);
    }

    Optional<Point> label(int part) {
        return person.parts().get(part);
    }

    /** Torso lengths between two places. */
    double distance(Point a, Point b) {
        return a.distanceTo(b) / size;
    }

    /**
     * How far the prediction of one part is from the label of another, or the same: torso lengths, times the square of the
     * prediction's score, for a network unsure of a part is often altogether wrong; absent where there is no such label
     * or prediction.
     */
    Optional<Double> miss(int predictedPart, int labelledPart) {
        Optional<Keypoint> found = predicted.get(predictedPart);
        Optional<Point> label = label(labelledPart);
        if (found.isEmpty() || label.isEmpty()) {
            return Optional.empty();
        }
        double score = Math.max(0, found.get().score());
        return Optional.of(score * score * distance(found.get().point(), label.get()));
    }

    /** Whether a part is predicted within so many torso lengths of its label; absent where either is missing. */
    Optional<Boolean> isWithin(int part, double torsos) {
        return predicted.get(part).flatMap(found -> label(part).map(label -> distance(found.point(), label) <= torsos));
    }
}
