package pose.ingest;

/**
 * What a live source noticed on its way to the next frame: its time line or its pictures are broken here.
 *
 * @param missing how many frames are missing for it, where they can be counted; 0 where none are or nobody knows
 * @param detail one line for people, without a password
 */
public record Break(Cause cause, long missing, String detail) {

    /** Why. */
    public enum Cause {
        /** The camera's clock was reset, or jumped. */
        RESET,
        /** Packets were lost or could not be decoded. */
        CORRUPT
    }

    public Break {
        if (missing < 0) {
            throw new IllegalArgumentException("missing is " + missing + "; it must be at least 0");
        }
    }
}
