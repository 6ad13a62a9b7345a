package pose.stream;

/** A stream that cannot begin; the message is one line, fit to be shown to the user. */
public final class StreamSetupException extends Exception {

    private static final long serialVersionUID = 1L;

    StreamSetupException(String message) {
        super(message);
    }
}
