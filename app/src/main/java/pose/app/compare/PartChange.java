package pose.app.compare;

import java.util.ArrayList;
import java.util.List;
import pose.app.event.EventKeypoints;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.skeleton.PoseDistance;
import pose.skeleton.Skeleton;

/**
 * How one part of a person differs between two looks.
 *
 * @param part its name
 * @param pixels how far it moved
 * @param share the same as a share of the person's extent, see {@link PoseDistance}
 * @param scoreBefore how strongly the first look believed in it, 0 to 1
 * @param scoreAfter how strongly the second does
 * @param identical whether position and score are the same bit for bit
 */
public record PartChange(
        String part, double pixels, double share, float scoreBefore, float scoreAfter, boolean identical) {

    /** Of each part, in skeleton order. */
    public static List<PartChange> between(Skeleton skeleton, Person before, Person after) {
        PoseDistance distance = PoseDistance.between(EventKeypoints.pose(before), EventKeypoints.pose(after));
        List<Double> shares = distance.shares();
        List<PartChange> parts = new ArrayList<>();
        for (int i = 0; i < skeleton.size(); i++) {
            PartPosition from = before.getKeypoints().get(i);
            PartPosition to = after.getKeypoints().get(i);
            parts.add(new PartChange(
                    skeleton.parts().get(i),
                    distance.parts().get(i),
                    shares.get(i),
                    from.getScore(),
                    to.getScore(),
                    from.equals(to)));
        }
        return parts;
    }
}
