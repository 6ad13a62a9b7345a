package pose.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import pose.schema.Topic;

/** Everything that is on a topic now; nothing where there is none. */
final class TopicRecords {

    private TopicRecords() {}

    /** Its records, partition by partition, each in its order. */
    static <V> List<ConsumerRecord<String, V>> of(String bootstrap, Topic<String, V> topic) {
        return of(bootstrap, topic, IsolationLevel.READ_UNCOMMITTED);
    }

    private static <V> List<ConsumerRecord<String, V>> of(
            String bootstrap, Topic<String, V> topic, IsolationLevel isolation) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        Properties config = Clients.of(bootstrap);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> {
                            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                            return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
                        });
            }
        }
        return records;
    }

    /** Their values. */
    static <V> List<V> values(String bootstrap, Topic<String, V> topic) {
        return of(bootstrap, topic).stream().map(ConsumerRecord::value).toList();
    }

    /** Their values, without those of transactions that were aborted. */
    static <V> List<V> committed(String bootstrap, Topic<String, V> topic) {
        return of(bootstrap, topic, IsolationLevel.READ_COMMITTED).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
