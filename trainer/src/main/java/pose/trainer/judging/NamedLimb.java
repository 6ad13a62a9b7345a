package pose.trainer.judging;

import java.util.List;
import pose.skeleton.Skeleton;

/** Two parts, by name, that a line joins. */
public record NamedLimb(String from, String to) {

    /** The limbs of a skeleton, in its order. */
    public static List<NamedLimb> of(Skeleton skeleton) {
        return skeleton.limbs().stream()
                .map(limb -> new NamedLimb(
                        skeleton.parts().get(limb.from()), skeleton.parts().get(limb.to())))
                .toList();
    }

    /** What figures call it, e.g. {@code r_ankle-r_knee}. */
    public String name() {
        return from + "-" + to;
    }
}
