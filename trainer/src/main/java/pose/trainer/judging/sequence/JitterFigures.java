package pose.trainer.judging.sequence;

import java.util.List;
import java.util.function.Function;
import pose.skeleton.Keypoint;

/**
 * How restless parts are found that truly stand still: the mean length of their acceleration, in pixels a second², over frames
 * in which the part moves by less than a twentieth of the person's extent a second.
 *
 * @param raw as the network found them
 * @param smoothed as they were steadied, in the same frames
 * @param parts how many were looked at, three frames each
 */
public record JitterFigures(double raw, double smoothed, long parts) {

    /** Of the person's extent, a second. */
    private static final double STILL = 0.05;

    static JitterFigures of(List<Passage> passages) {
        double raw = 0;
        double smoothed = 0;
        long parts = 0;
        for (Passage passage : passages) {
            double most = STILL * passage.now().truth().extent();
            for (int part = 0; part < passage.now().truth().keypoints().size(); part++) {
                if (passage.speed(part) < most) {
                    parts++;
                    raw += acceleration(passage, part, FoundPresence::keypoints);
                    smoothed += acceleration(
                            passage, part, found -> found.smoothed().orElseThrow());
                }
            }
        }
        return new JitterFigures(raw / parts, smoothed / parts, parts);
    }

    private static double acceleration(Passage passage, int part, Function<FoundPresence, List<Keypoint>> keypoints) {
        Keypoint a = keypoints.apply(passage.before().found()).get(part);
        Keypoint b = keypoints.apply(passage.now().found()).get(part);
        Keypoint c = keypoints.apply(passage.after().found()).get(part);
        double first = passage.now().seconds() - passage.before().seconds();
        double second = passage.after().seconds() - passage.now().seconds();
        double middle = (first + second) / 2;
        return Math.hypot(
                ((c.x() - b.x()) / second - (b.x() - a.x()) / first) / middle,
                ((c.y() - b.y()) / second - (b.y() - a.y()) / first) / middle);
    }

    /** What smoothing leaves of the restlessness; NaN where nothing stood still. */
    public double left() {
        return smoothed / raw;
    }
}
