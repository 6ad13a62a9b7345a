package pose.trainer.judging.sequence;

import java.util.List;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * How far behind moving wrists are found, in seconds: what is found is taken for the truth of a little earlier, and how much
 * earlier fits best, by least squares along the way the wrist goes. Only wrists that the network found within 0.2 torso lengths
 * tell, so that a wrist which was taken for another is not taken for a late one.
 *
 * @param raw as the network found them, about 0
 * @param smoothed as they were steadied
 * @param frame the mean time from frame to frame
 * @param wrists how many were looked at
 */
public record LagFigures(double raw, double smoothed, double frame, long wrists) {

    /** Of the person's extent, a second. */
    private static final double MOVING = 0.5;

    private static final double FOUND = 0.2;

    static LagFigures of(List<Passage> passages, Skeleton skeleton) {
        Fit raw = new Fit();
        Fit smoothed = new Fit();
        double frames = 0;
        for (Passage passage : passages) {
            Passage.Moment now = passage.now();
            double seconds = passage.after().seconds() - passage.before().seconds();
            frames += seconds / 2;
            double reach = FOUND * torso(skeleton, now.truth());
            for (int part = 0; part < skeleton.size(); part++) {
                if (!skeleton.parts().get(part).endsWith("wrist")) {
                    continue;
                }
                Point before = passage.before().truth().keypoints().get(part);
                Point after = passage.after().truth().keypoints().get(part);
                double vx = (after.x() - before.x()) / seconds;
                double vy = (after.y() - before.y()) / seconds;
                Point truth = now.truth().keypoints().get(part);
                Keypoint found = now.found().keypoints().get(part);
                if (Math.hypot(vx, vy) > MOVING * now.truth().extent()
                        && found.point().distanceTo(truth) < reach) {
                    raw.add(truth, found, vx, vy);
                    smoothed.add(truth, now.found().smoothed().orElseThrow().get(part), vx, vy);
                }
            }
        }
        return new LagFigures(raw.lag(), smoothed.lag(), frames / passages.size(), raw.count);
    }

    private static double torso(Skeleton skeleton, TruePresence truth) {
        return truth.keypoints()
                .get(skeleton.torso().from())
                .distanceTo(truth.keypoints().get(skeleton.torso().to()));
    }

    /** What smoothing costs, in frames; NaN where no wrist moved. */
    public double frames() {
        return (smoothed - raw) / frame;
    }

    /** Found is truth less velocity times lag. */
    private static final class Fit {

        private double behind;
        private double way;
        private long count;

        void add(Point truth, Keypoint found, double vx, double vy) {
            behind += (truth.x() - found.x()) * vx + (truth.y() - found.y()) * vy;
            way += vx * vx + vy * vy;
            count++;
        }

        double lag() {
            return behind / way;
        }
    }
}
