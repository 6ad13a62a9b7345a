package pose.app.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Keypoint;
import pose.skeleton.Skeleton;
import pose.skeleton.Skeleton.Limb;

/**
 * How a pose is built, against the person itself.
 *
 * <p>Each limb votes for the person's size, its length over its usual one; the median of the votes is the size, so that one
 * misplaced part hardly moves it. Usual lengths are in torsos (right shoulder to left hip), the medians of the labels of Leeds
 * Sports Pose Extended. A limb may look short, where it points at the camera, but not long.
 *
 * @param size what the torso's length would usually be, pixels, above 0
 * @param longest the longest limb, in lengths that somebody of this size would usually have; at least 1
 * @param doubled at how many of knees, ankles, elbows and wrists left and right are in the same place, a tenth of the size
 *     apart or less: 0 to 4
 */
public record Proportions(double size, double longest, int doubled) {

    private static final Map<String, Double> USUAL = Map.of(
            "ankle-knee", 0.70,
            "knee-hip", 0.69,
            "wrist-elbow", 0.49,
            "elbow-shoulder", 0.49,
            "neck-head_top", 0.43,
            "upper_neck-head_top", 0.43,
            "shoulder-neck", 0.30,
            "hip-neck", 0.985);

    private static final List<String> JOINTS = List.of("knee", "ankle", "elbow", "wrist");

    /** With fewer limbs there is no telling which of them is wrong. */
    private static final int FEWEST_LIMBS = 4;

    private static final double SAME_PLACE = 0.1;
    private static final double LEAST_SIZE = 1;

    /**
     * Measures a pose.
     *
     * @param keypoints one a part of the skeleton
     * @return empty where the skeleton has too few limbs whose usual length is known
     */
    static Optional<Proportions> of(Skeleton skeleton, List<Keypoint> keypoints) {
        List<Double> votes = new ArrayList<>();
        for (Limb limb : skeleton.limbs()) {
            Double usual = USUAL.get(kind(skeleton, limb.from()) + "-" + kind(skeleton, limb.to()));
            if (usual == null) {
                usual = USUAL.get(kind(skeleton, limb.to()) + "-" + kind(skeleton, limb.from()));
            }
            if (usual != null) {
                votes.add(distance(keypoints, limb.from(), limb.to()) / usual);
            }
        }
        if (votes.size() < FEWEST_LIMBS) {
            return Optional.empty();
        }
        votes.sort(null);
        double size = Math.max(LEAST_SIZE, (votes.get((votes.size() - 1) / 2) + votes.get(votes.size() / 2)) / 2);
        double longest = Math.max(1, votes.get(votes.size() - 1) / size);
        int doubled = (int) JOINTS.stream()
                .filter(joint -> isDoubled(skeleton, keypoints, joint, SAME_PLACE * size))
                .count();
        return Optional.of(new Proportions(size, longest, doubled));
    }

    private static boolean isDoubled(Skeleton skeleton, List<Keypoint> keypoints, String joint, double near) {
        int left = skeleton.parts().indexOf("l_" + joint);
        int right = skeleton.parts().indexOf("r_" + joint);
        return left >= 0 && right >= 0 && distance(keypoints, left, right) <= near;
    }

    private static double distance(List<Keypoint> keypoints, int from, int to) {
        return keypoints.get(from).point().distanceTo(keypoints.get(to).point());
    }

    /** A part without its side. */
    private static String kind(Skeleton skeleton, int part) {
        String name = skeleton.parts().get(part);
        return name.startsWith("l_") || name.startsWith("r_") ? name.substring(2) : name;
    }
}
