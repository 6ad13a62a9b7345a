package pose.app.diff;

import pose.skeleton.Pose;
import pose.skeleton.PoseDistance;

/**
 * One person as two versions see them.
 *
 * @param id of the person, or of the frame they are in
 */
public record TwoLooks(String id, Pose first, Pose second) {

    public PoseDistance distance() {
        return PoseDistance.between(first, second);
    }
}
