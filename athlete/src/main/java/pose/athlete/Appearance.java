package pose.athlete;

import java.util.List;
import pose.skeleton.Point;

/** One athlete at one instant, as the camera sees them. */
record Appearance(long id, Body body, Wardrobe wardrobe, Joints joints, Camera camera) {

    List<Point> keypoints() {
        return joints.seenBy(camera);
    }

    List<Solid> solids() {
        return Figure.solids(body, wardrobe, joints, camera);
    }
}
