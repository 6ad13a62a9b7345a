package pose.ingest;

import java.time.Duration;

/**
 * How a camera is spoken with.
 *
 * @param timeout 100 ms to 1 minute: for opening it, for every read, and for the watchdog (a camera that gives no packet, no
 *     picture or no new time for so long is left and opened anew)
 * @param allowInternal whether what a playlist names may be on this machine or in a private network; the configured address
 *     itself always may
 * @param transport how RTSP's packets travel
 */
public record NetworkOptions(Duration timeout, boolean allowInternal, Transport transport) {

    private static final long SHORTEST_MILLIS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    public NetworkOptions {
        if (timeout.toMillis() < SHORTEST_MILLIS || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout is " + timeout.toMillis() + " ms; allowed: 100 ms to 1 minute");
        }
    }

    /** 5 seconds, nothing internal, the transport by itself. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(Duration.ofSeconds(5), false, Transport.AUTO);
    }

    public NetworkOptions withTimeout(Duration longest) {
        return new NetworkOptions(longest, allowInternal, transport);
    }

    public NetworkOptions withInternalAllowed() {
        return new NetworkOptions(timeout, true, transport);
    }

    public NetworkOptions by(Transport way) {
        return new NetworkOptions(timeout, allowInternal, way);
    }
}
