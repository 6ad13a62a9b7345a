package pose.ingest;

import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The producer's settings: the user's, ours where they say nothing, and over both what the promises rest on (every replica
 * acknowledges, no duplicate and no change of order by a retry, no compression of JPEG).
 */
public final class ProducerSettings {

    private static final int BUFFER_BYTES = 32 * 1024 * 1024;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BULK_BATCH_BYTES = 1024 * 1024;
    private static final String LINGER_MILLIS = "0";
    private static final String BULK_LINGER_MILLIS = "50";

    private ProducerSettings() {}

    /** The limit that the user's own settings add to the topic's. */
    static FrameLimit limit(Properties user, FrameLimit topics) {
        String own = user.getProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        if (own == null) {
            return topics;
        }
        try {
            return topics.orLower(new FrameLimit(Integer.parseInt(own.strip()), "the producer's max.request.size"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("max.request.size is " + own + "; it must be a whole number of bytes");
        }
    }

    /**
     * All of them.
     *
     * @param user the user's own, with {@code bootstrap.servers}
     * @param limit the largest record there will be
     */
    public static Properties of(Properties user, FrameLimit limit, PublisherOptions options) {
        String patience = Long.toString(options.deliveryTimeout().toMillis());
        Properties all = new Properties();
        all.put(ProducerConfig.LINGER_MS_CONFIG, options.bulk() ? BULK_LINGER_MILLIS : LINGER_MILLIS);
        all.put(
                ProducerConfig.BATCH_SIZE_CONFIG,
                Integer.toString(Math.min(options.bulk() ? BULK_BATCH_BYTES : BATCH_BYTES, limit.bytes())));
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Long.toString(Math.max(BUFFER_BYTES, 2L * limit.bytes())));
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(limit.bytes()));
        // A request no longer than the whole delivery may take, which the client insists on.
        all.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Long.toString(Math.min(30_000, options.deliveryTimeout().toMillis() / 2)));
        all.putAll(user);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        return all;
    }
}
