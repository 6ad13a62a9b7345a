package pose.app.replay;

import pose.schema.PoseFrame;

/** What goes onto the topic for a frame. */
public sealed interface Content {

    /** The frame itself. */
    record Picture() implements Content {}

    /**
     * Who is in it, as a weights version saw it.
     *
     * @param seen with the recorded frame's id and times
     */
    record Poses(PoseFrame seen) implements Content {}

    /** Nothing: the frame cannot be looked at. */
    record Unseen(String reason) implements Content {}
}
