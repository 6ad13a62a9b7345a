package pose.ingest;

import java.time.Duration;

/**
 * How long the publisher waits for Kafka.
 *
 * @param connectTimeout for a broker to answer at the start, 1 ms to 1 hour
 * @param deliveryTimeout for one frame to be taken and acknowledged once the run is on its way, 1 s to 24 days: while Kafka is
 *     slow the source waits, and only when a frame has waited this long does the run end with an error
 * @param bulk whether frames may wait for one another, up to 50 ms, to travel in fewer and larger requests: less work for this
 *     process and the broker, right for recordings, which nobody watches as they come
 */
public record PublisherOptions(Duration connectTimeout, Duration deliveryTimeout, boolean bulk) {

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

    /** Each frame on its way soon. */
    public PublisherOptions(Duration connectTimeout, Duration deliveryTimeout) {
        this(connectTimeout, deliveryTimeout, false);
    }

    /** 15 seconds to connect, 10 minutes for a frame, which is on its way soon. */
    public static PublisherOptions defaults() {
        return new PublisherOptions(Duration.ofSeconds(15), Duration.ofMinutes(10));
    }

    public PublisherOptions inBulk() {
        return new PublisherOptions(connectTimeout, deliveryTimeout, true);
    }
}
