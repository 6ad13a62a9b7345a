package pose.app.why;

import java.util.Optional;
import pose.app.slice.SliceBound.FrameId;

/**
 * All that is known of one frame.
 *
 * @param answer what became of it
 * @param frame the frame itself
 * @param weights that looked at it, where any did
 * @param locator that said where people are in it, where one did
 */
public record FrameStory(
        FrameId id, Answer answer, Sought frame, Optional<WeightsStory> weights, Optional<WeightsStory> locator) {}
