package pose.app.mine;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/**
 * How probable it is that a person is seen wrong.
 *
 * <p>The value is −ln(score) + 0.2 ln(longest limb) + 0.025 × doubled joints + distance of the other version, and 0.1 more for a
 * jump. The weights were chosen on images 6001 to 8000 of Leeds Sports Pose Extended and on rendered athletes; {@code pose
 * evaluate --hardest} tells what they are worth: of images 8001 to 9000 the hardest tenth has 66 % of its parts wrong (PCK@0.2),
 * everybody 41 %.
 *
 * @param reasons what is beyond the rules; none where the person is not mined
 * @param score the person's
 * @param proportions empty where the skeleton does not tell
 * @param speed of the fastest part since the frame before, torso lengths a second, where there is one
 * @param disagreement mean distance of another version's keypoints in the frame, a share of the extent, where one looked
 */
public record Hardness(
        double value,
        Set<HardReason> reasons,
        double score,
        Optional<Proportions> proportions,
        OptionalDouble speed,
        OptionalDouble disagreement) {

    private static final double LIMB_WEIGHT = 0.2;
    private static final double DOUBLED_WEIGHT = 0.025;
    private static final double SHADOW_WEIGHT = 1;
    private static final double JUMP_WEIGHT = 0.1;
    private static final double LEAST_SCORE = 0.001;

    public Hardness {
        reasons = Set.copyOf(reasons);
    }

    /**
     * Judges one person.
     *
     * @param speed see {@link #speed}
     * @param disagreement see {@link #disagreement}
     */
    static Hardness of(
            Skeleton skeleton, Pose pose, OptionalDouble speed, OptionalDouble disagreement, MiningRules rules) {
        Optional<Proportions> proportions = Proportions.of(skeleton, pose.keypoints());
        double longest = proportions.map(Proportions::longest).orElse(1.0);
        int doubled = proportions.map(Proportions::doubled).orElse(0);
        EnumSet<HardReason> reasons = EnumSet.noneOf(HardReason.class);
        if (pose.score() <= rules.maxScore()) {
            reasons.add(HardReason.SCORE);
        }
        if (longest > MiningRules.LONG_LIMB) {
            reasons.add(HardReason.LIMB);
        }
        if (doubled >= MiningRules.DOUBLED_JOINTS) {
            reasons.add(HardReason.SIDES);
        }
        boolean jumped = speed.isPresent() && speed.getAsDouble() > MiningRules.FASTEST;
        if (jumped) {
            reasons.add(HardReason.JUMP);
        }
        if (disagreement.isPresent() && disagreement.getAsDouble() >= rules.minDisagreement()) {
            reasons.add(HardReason.SHADOW);
        }
        double value = -Math.log(Math.max(LEAST_SCORE, pose.score()))
                + LIMB_WEIGHT * Math.log(longest)
                + DOUBLED_WEIGHT * doubled
                + SHADOW_WEIGHT * disagreement.orElse(0)
                + (jumped ? JUMP_WEIGHT : 0);
        return new Hardness(value, reasons, pose.score(), proportions, speed, disagreement);
    }

    boolean isHard() {
        return !reasons.isEmpty();
    }
}
