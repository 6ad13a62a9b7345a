package pose.ingest;

/** A source that cannot be opened or read on. The message is one line, fit to be shown to the user. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }
}
