package pose.store;

/** A store did not do what it was asked for; the message is one line for people and names the store and the file. */
public class StoreException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What kind of failure it is. */
    public enum Kind {
        /** Nobody answers, or not in time: asking again may help. */
        UNREACHABLE,
        /** The store answers, and has no such version. */
        NO_SUCH_VERSION,
        /** Anything else: no such folder or bucket, no right to it, no room. */
        OTHER
    }

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
