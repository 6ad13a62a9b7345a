package pose.app.reinfer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;

/**
 * Where the events go: in transactions that hold whole batches, under an id that only one run at a time has. What a killed run
 * began and did not commit is undone by the next one.
 */
final class TargetTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final String TRANSACTION_MILLIS = "60000";

    private final Cluster cluster;
    private final String topic;
    private final Producer<String, byte[]> producer;

    private TargetTopic(Cluster cluster, String topic, Producer<String, byte[]> producer) {
        this.cluster = cluster;
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Opens it, and shuts out any other run that writes to it.
     *
     * @throws UserMistake where the cluster does not allow transactions
     */
    static TargetTopic open(Cluster cluster, String topic) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        // A partition's first request in a transaction may have to wait; one behind it would come out of order.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putAll(cluster.properties());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pose-reinfer-" + topic);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new UserMistake("topic " + topic + " cannot be written to in transactions: " + e.getMessage(), e);
        }
        return new TargetTopic(cluster, topic, producer);
    }

    String name() {
        return topic;
    }

    /**
     * How far the topic has come with a job.
     *
     * @throws UserMistake where it holds events of anything else
     */
    Progress progress(String job) {
        Progress last = Progress.none(job);
        boolean any = false;
        Properties config = cluster.properties();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    any = true;
                    Optional<Progress> told = Progress.readFrom(record.headers());
                    if (told.isPresent() && !told.get().job().equals(job)) {
                        throw new UserMistake("topic " + topic + " holds events of another job: "
                                + told.get().job() + "; this one is: " + job + "; give a topic of its own");
                    }
                    if (told.isPresent() && told.get().frames() > last.frames()) {
                        last = told.get();
                    }
                }
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        if (any && last.frames() == 0) {
            throw new UserMistake(
                    "topic " + topic + " holds records that 'pose reinfer' did not write; give a topic of its own");
        }
        return last;
    }

    /**
     * Writes records, all of them or none.
     *
     * @param progress with them done; where there is no record, nothing is written
     * @throws UserMistake where they are not taken
     */
    void commit(List<ProducerRecord<String, byte[]>> records, Progress progress) {
        if (records.isEmpty()) {
            return;
        }
        progress.writeTo(records.get(records.size() - 1).headers());
        try {
            producer.beginTransaction();
            for (ProducerRecord<String, byte[]> record : records) {
                // What is not taken is told by the commit.
                Future<RecordMetadata> unused = producer.send(record);
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new UserMistake("another 'pose reinfer' writes to topic " + topic + " now; this one ends", e);
        } catch (KafkaException e) {
            throw new UserMistake(
                    "topic " + topic + " did not take the events: "
                            + String.valueOf(e.getMessage()).replaceAll("\\R+", " "),
                    e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}
