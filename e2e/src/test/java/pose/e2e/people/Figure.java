package pose.e2e.people;

import java.util.ArrayList;
import java.util.List;
import pose.schema.WeightsRef;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;
import pose.stream.Inferred;

/** Somebody upright, as a network of 14 parts sees them. */
public final class Figure {

    private static final Skeleton SKELETON = Skeleton.LSP14;
    private static final WeightsRef WEIGHTS = new WeightsRef("figures", "1", "00");

    private Figure() {}

    /** Around a place and so tall; pixels. */
    public static Pose at(double x, double y, double height) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int part = 0; part < SKELETON.size(); part++) {
            double down = 0.5 - (double) part / (SKELETON.size() - 1);
            keypoints.add(new Keypoint(x + 0.1 * height * (part % 3 - 1), y + 0.9 * height * down, 0.9));
        }
        return new Pose(new Box(x - height / 2, y - height / 2, height, height), 0.9, keypoints);
    }

    /** The answer to a frame in which these are. */
    public static Inferred everyone(List<Pose> people) {
        return new Inferred(people, SKELETON.name(), WEIGHTS);
    }
}
