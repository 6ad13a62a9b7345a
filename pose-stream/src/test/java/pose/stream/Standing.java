package pose.stream;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/** People as a network sees them, upright and of 14 parts. */
final class Standing {

    private static final Skeleton SKELETON = Skeleton.LSP14;

    private Standing() {}

    /** Somebody so tall around a place, all parts on a line from head to feet; pixels. */
    static Pose at(double x, double y, double height) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (int part = 0; part < SKELETON.size(); part++) {
            double down = (double) part / (SKELETON.size() - 1) - 0.5;
            keypoints.add(new Keypoint(x + 0.1 * height * (part % 3 - 1), y + height * down, 0.9));
        }
        return new Pose(new Box(x - height / 2, y - height / 2, height, height), 0.9, keypoints);
    }

    static Inferred everyone(List<Pose> people) {
        return new Inferred(people, SKELETON.name(), Frames.WEIGHTS);
    }
}
