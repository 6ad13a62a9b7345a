package pose.trainer;

import java.util.Map;

/** Sees the gradients of a step, after the backward pass and before the optimiser. */
@FunctionalInterface
public interface GradientObserver {

    /** Looks at nothing, which costs nothing. */
    GradientObserver NONE = new GradientObserver() {
        @Override
        public boolean isLooking() {
            return false;
        }

        @Override
        public void gradients(Map<String, float[]> gradients) {}
    };

    /** Whether it wants to see this step's: reading them costs a copy. */
    default boolean isLooking() {
        return true;
    }

    /**
     * Takes a step's gradients.
     *
     * @param gradients of the loss a picture, before any clipping, by the readable name of the parameter, e.g. {@code
     *     stage2.00.conv.weight}, in the network's order; only of what learns in this lesson
     */
    void gradients(Map<String, float[]> gradients);
}
