package pose.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of a named instance. They are Kafka Streams' usual ones, but their transactional ids stay the same over
 * restarts: what a killed process left open is then aborted the moment its successor begins (KIP-98). Under ids that are
 * new in every process, as Kafka Streams makes them, readers and successor would wait for the transaction's time-out.
 */
final class StableTransactions implements KafkaClientSupplier {

    /** Kafka Streams' own id ends in the number of the stream thread. */
    private static final Pattern THREAD = Pattern.compile(".*-(\\d+)");

    private final String prefix;

    StableTransactions(String applicationId, String instance) {
        this.prefix = applicationId + "-" + instance + "-";
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(stable(config), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Map<String, Object> stable(Map<String, Object> config) {
        Map<String, Object> stable = new HashMap<>(config);
        if (config.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG) instanceof String id) {
            Matcher thread = THREAD.matcher(id);
            if (thread.matches()) {
                stable.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefix + thread.group(1));
            }
        }
        return stable;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }
}
