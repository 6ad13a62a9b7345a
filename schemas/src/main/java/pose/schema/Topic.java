package pose.schema;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.NullMarked;

/**
 * What everyone who touches a topic has to agree on.
 *
 * @param configs the topic's own configuration; what is absent is the broker's default
 * @param onePartition whether it has a single partition always, because the order of all its records counts
 */
@NullMarked
public record Topic<K, V>(
        String name, Serde<K> keySerde, Serde<V> valueSerde, Map<String, String> configs, boolean onePartition) {

    public Topic {
        configs = Map.copyOf(configs);
    }

    /** One of as many partitions as whoever makes it wants. */
    public Topic(String name, Serde<K> keySerde, Serde<V> valueSerde, Map<String, String> configs) {
        this(name, keySerde, valueSerde, configs, false);
    }

    /** This topic, always of a single partition. */
    public Topic<K, V> ofOnePartition() {
        return new Topic<>(name, keySerde, valueSerde, configs, true);
    }

    /** Another topic of the same records and configuration. */
    public Topic<K, V> named(String other) {
        return new Topic<>(other, keySerde, valueSerde, configs, onePartition);
    }

    /**
     * The partition that Kafka's own producers choose for a key.
     *
     * @param partitions how many the topic has
     */
    public TopicPartition partitionOf(K key, int partitions) {
        byte[] bytes = keySerde.serializer().serialize(name, key);
        return new TopicPartition(name, Utils.toPositive(Utils.murmur2(bytes)) % partitions);
    }

    /**
     * What to ask an admin client to create.
     *
     * @param partitions at least 1; a topic of one partition gets one whatever this says
     * @param replication copies of each partition, at least 1 and at most the number of brokers
     * @throws IllegalArgumentException where either is out of range
     */
    public NewTopic newTopic(int partitions, int replication) {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + "; it must be at least 1");
        }
        if (replication < 1 || replication > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "replication is " + replication + "; it must be from 1 to " + Short.MAX_VALUE);
        }
        return new NewTopic(name, onePartition ? 1 : partitions, (short) replication).configs(configs);
    }
}
