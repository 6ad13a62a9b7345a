package pose.ingest.servers;

/**
 * Whether this machine can run a server.
 *
 * @param reason in one line why not; empty where it can
 */
public record Availability(String reason) {

    static final Availability PRESENT = new Availability("");

    /** For JUnit's {@code assumeTrue}, with {@link #reason()} as the message. */
    public boolean present() {
        return reason.isEmpty();
    }
}
