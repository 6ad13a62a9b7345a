package pose.track;

/** Bytes that are no camera's tracks, or of a form that this version does not know; the message says in one line why. */
public final class BrokenTracksException extends Exception {

    BrokenTracksException(String message) {
        super(message);
    }
}
