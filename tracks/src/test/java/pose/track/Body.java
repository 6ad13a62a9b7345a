package pose.track;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;

/** An upright stick figure of 14 parts, whose limbs swing. */
final class Body {

    /** x and y of each part of LSP14 in extents from the centre; x as of someone seen from the front. */
    private static final double[][] STANDING = {
        {-0.09, 0.46}, {-0.08, 0.24}, {-0.07, 0.02}, {0.07, 0.02}, {0.08, 0.24}, {0.09, 0.46},
        {-0.16, 0.02}, {-0.15, -0.13}, {-0.11, -0.29}, {0.11, -0.29}, {0.15, -0.13}, {0.16, 0.02},
        {0.0, -0.33}, {0.0, -0.5}
    };

    private Body() {}

    /**
     * Someone whose limbs are at {@code phase} of a stride.
     *
     * @param lean how far the whole body leans to the right, −1 to 1, as who runs there does
     * @param phase radians
     * @param stride how far ankles and wrists swing, extents
     */
    static List<Keypoint> pose(double x, double y, double extent, double lean, double phase, double stride) {
        List<Keypoint> parts = new ArrayList<>();
        for (int part = 0; part < STANDING.length; part++) {
            double right = STANDING[part][0] - lean * 0.15 * STANDING[part][1];
            double down = STANDING[part][1];
            String name = Skeleton.LSP14.parts().get(part);
            double swing = Math.sin(phase + (name.startsWith("r_") ? Math.PI : 0));
            double reach = name.endsWith("ankle") || name.endsWith("wrist") ? 1 : 0;
            reach = name.endsWith("knee") || name.endsWith("elbow") ? 0.5 : reach;
            double side = name.endsWith("wrist") || name.endsWith("elbow") ? -1 : 1;
            parts.add(new Keypoint(x + extent * (right + side * reach * stride * swing), y + extent * down, 0.8));
        }
        return parts;
    }

    static SeenPerson standing(double x, double y, double extent) {
        return person(x, y, extent, pose(x, y, extent, 0, 0, 0));
    }

    static SeenPerson person(double x, double y, double extent, List<Keypoint> keypoints) {
        return new SeenPerson(new Box(x - extent / 2, y - extent / 2, extent, extent), 0.9, keypoints);
    }
}
