package pose.ingest.config;

/**
 * What the user wrote is no configuration. The message is one line that names where it stands, the key, its value and what is
 * allowed; never the value of a source, in which a password may be.
 */
public final class BadConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadConfigException(String message) {
        super(message);
    }

    public BadConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
