package pose.app.mine;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import pose.app.slice.SliceBound.FrameId;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;

/** How far from the served poses other versions saw people, by frame. */
final class ShadowDistances {

    private final Map<FrameId, Double> distances = new HashMap<>();

    /** Takes what another version saw; of several that looked at a frame, the one that disagrees most counts. */
    void add(ShadowPose pose) {
        distances.merge(
                new FrameId(pose.getCamera(), pose.getEpoch(), pose.getSequence()), pose.getDistance(), Math::max);
    }

    /** How many frames another version saw. */
    int frames() {
        return distances.size();
    }

    /** The mean distance of the frame's keypoints, a share of the people's extent; empty where nobody else looked. */
    OptionalDouble of(PoseFrame event) {
        Double distance = distances.get(new FrameId(event.getCamera(), event.getEpoch(), event.getSequence()));
        return distance == null ? OptionalDouble.empty() : OptionalDouble.of(distance);
    }
}
