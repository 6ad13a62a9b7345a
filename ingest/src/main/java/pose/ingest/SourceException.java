package pose.ingest;

/** A source that cannot be opened or read on. The message is one line, fit to be shown to the user. */
public final class SourceException extends Exception {

    /** What is wrong with the source. */
    public enum Fault {
        /** It is no source, or none that can be read: trying again will not help, unless it changes. */
        BAD,
        /** A live source's connection was refused, broke off or ended. */
        LOST,
        /** A live source is connected, but gave no packet, no picture or no new time for {@link SourceOptions#timeout()}. */
        STALLED
    }

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** A {@link Fault#BAD} source. */
    public SourceException(String message) {
        this(Fault.BAD, message);
    }

    public SourceException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
