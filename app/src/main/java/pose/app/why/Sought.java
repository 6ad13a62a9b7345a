package pose.app.why;

import pose.app.slice.PlacedFrame;

/** What was found of a frame itself. */
public sealed interface Sought {

    /**
     * It is on its topic.
     *
     * @param byProvenance whether its event said where, and there it was; else it was looked for by its id
     */
    record Found(PlacedFrame frame, boolean byProvenance) implements Sought {}

    /** It is not there: why, in one line. */
    record Absent(String reason) implements Sought {}
}
