package pose.skeleton;

import java.util.List;

/**
 * One person: every part of the skeleton, in its order. A part the network is unsure of has a low score, never a missing
 * slot.
 *
 * @param box where in the picture the person was looked for
 * @param score the mean of the keypoints' scores, 0 to 1
 * @param keypoints one a part, in source-picture pixels
 */
public record Pose(Box box, double score, List<Keypoint> keypoints) {

    public Pose {
        keypoints = List.copyOf(keypoints);
    }
}
