package pose.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees what the main consumer of a stream thread polled before the thread processes it (KIP-42), and hands the frames
 * over for inference. Changes nothing and forwards nothing.
 */
public final class LookAheadInterceptor implements ConsumerInterceptor<byte[], byte[]> {

    /** The consumer setting whose value is the {@link LookAhead} object itself. */
    static final String LOOK_AHEAD_CONFIG = "pose.look.ahead";

    private LookAhead lookAhead;
    private LookAheadTable table;

    /** For Kafka, which makes it by its class name and then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init") // Kafka configures an interceptor before it hands it anything.
    public LookAheadInterceptor() {}

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(LOOK_AHEAD_CONFIG) instanceof LookAhead given)) {
            throw new IllegalArgumentException(LOOK_AHEAD_CONFIG + " is " + configs.get(LOOK_AHEAD_CONFIG)
                    + "; it must be the stream's LookAhead object");
        }
        lookAhead = given;
        table = given.newTable();
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        // The consumer is made on another thread than the one that polls and processes.
        lookAhead.use(table);
        table.add(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {
        table.clear();
        lookAhead.leave();
    }
}
