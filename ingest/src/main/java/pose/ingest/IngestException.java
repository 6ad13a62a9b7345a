package pose.ingest;

import java.util.Optional;

/** A run that could not begin or be finished. The message is one line, fit to be shown to the user. */
public final class IngestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<IngestReport> report;

    public IngestException(String message, Throwable cause) {
        super(message, cause);
        this.report = Optional.empty();
    }

    IngestException(String message, IngestReport report, Throwable cause) {
        super(message, cause);
        this.report = Optional.of(report);
    }

    public IngestException(String message) {
        super(message);
        this.report = Optional.empty();
    }

    /** What had been published and acknowledged by then; empty where the run never began. */
    public Optional<IngestReport> report() {
        return report;
    }
}
