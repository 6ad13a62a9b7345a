package pose.app.replay;

/**
 * A frame with all that its being sent needs, but for the time.
 *
 * @param pass how many times the footage had been replayed before, from 0
 * @param digest SHA-256 of what {@link ReplayHash} says, hexadecimal
 */
public record ReadyFrame(int pass, RecordedFrame frame, Content content, String digest) {

    /** About what it keeps in memory. */
    int bytes() {
        return frame.bytes();
    }
}
