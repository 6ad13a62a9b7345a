package pose.app.why;

import pose.schema.Gap;
import pose.schema.PoseFrame;

/** What became of a frame. */
public sealed interface Answer {

    /** It was looked at. */
    record Posed(PoseFrame event, RecordPlace place) implements Answer {}

    /** It is one of the frames that are missing: lost before it came, or too old to be looked at. */
    record Missing(Gap gap, RecordPlace place) implements Answer {}

    /**
     * It could not be looked at.
     *
     * @param place of the dead letter
     * @param frame where the frame was
     */
    record Buried(String reason, RecordPlace place, RecordPlace frame) implements Answer {}

    /** Nobody has said anything of it so far, or any more. */
    record None() implements Answer {}
}
