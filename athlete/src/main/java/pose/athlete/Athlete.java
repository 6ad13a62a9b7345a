package pose.athlete;

import java.util.List;
import pose.skeleton.Point;

/** One performer: body, clothes, routine, and how the camera sees them. */
record Athlete(Body body, Wardrobe wardrobe, Routine routine, Framing framing) {

    Joints joints(double seconds) {
        return Kinematics.joints(body, routine.at(seconds));
    }

    List<Solid> solids(double seconds) {
        return Figure.solids(body, wardrobe, joints(seconds), framing.at(seconds));
    }

    /** The true keypoints in picture pixels, in skeleton order. */
    List<Point> truth(double seconds) {
        Camera camera = framing.at(seconds);
        return joints(seconds).points().stream().map(camera::point).toList();
    }
}
