package pose.ingest;

import java.time.Duration;

/**
 * How long the publisher waits for Kafka.
 *
 * @param connectTimeout for a broker to answer at the start, 1 ms to 1 hour
 * @param deliveryTimeout for one frame to be taken and acknowledged once the run is on its way, 1 s to 24 days: while Kafka is
 *     slow the source waits, and only when a frame has waited this long does the run end with an error
 */
public record PublisherOptions(Duration connectTimeout, Duration deliveryTimeout) {

    private static final Duration LONGEST_CONNECT = Duration.ofHours(1);
    private static final Duration LONGEST_DELIVERY = Duration.ofDays(24);

    public PublisherOptions {
        if (connectTimeout.toMillis() < 1 || connectTimeout.compareTo(LONGEST_CONNECT) > 0) {
            throw new IllegalArgumentException("connect timeout is " + connectTimeout + "; allowed: 1 ms to 1 hour");
        }
        if (deliveryTimeout.toMillis() < 1000 || deliveryTimeout.compareTo(LONGEST_DELIVERY) > 0) {
            throw new IllegalArgumentException("delivery timeout is " + deliveryTimeout + "; allowed: 1 s to 24 days");
        }
    }

    /** 15 seconds to connect, 10 minutes for a frame. */
    public static PublisherOptions defaults() {
        return new PublisherOptions(Duration.ofSeconds(15), Duration.ofMinutes(10));
    }
}
