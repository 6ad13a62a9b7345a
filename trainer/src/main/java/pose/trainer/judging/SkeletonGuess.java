package pose.trainer.judging;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pose.skeleton.Skeleton;

/**
 * Whose limbs people have when only the names of their parts are known.
 *
 * @param skeleton the first that has all of the parts
 * @param rivals further ones that have them all but join them otherwise
 */
public record SkeletonGuess(Skeleton skeleton, List<Skeleton> rivals) {

    public SkeletonGuess {
        rivals = List.copyOf(rivals);
    }

    /**
     * Guesses.
     *
     * @param candidates skeletons that may be meant, the likelier before the others
     * @throws IllegalArgumentException where none has all of these parts
     */
    public static SkeletonGuess of(List<String> parts, List<Skeleton> candidates) {
        List<Skeleton> fitting = candidates.stream()
                .filter(skeleton -> skeleton.parts().containsAll(parts))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException("no skeleton has the parts " + String.join(", ", parts) + "; known are "
                    + String.join(", ", candidates.stream().map(Skeleton::name).toList()));
        }
        Set<Set<String>> limbs = between(parts, fitting.get(0));
        return new SkeletonGuess(
                fitting.get(0),
                fitting.stream()
                        .filter(skeleton -> !between(parts, skeleton).equals(limbs))
                        .toList());
    }

    private static Set<Set<String>> between(List<String> parts, Skeleton skeleton) {
        Set<Set<String>> limbs = new HashSet<>();
        for (NamedLimb limb : NamedLimb.of(skeleton)) {
            if (parts.contains(limb.from()) && parts.contains(limb.to())) {
                limbs.add(Set.of(limb.from(), limb.to()));
            }
        }
        return limbs;
    }
}
