package pose.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import pose.schema.Topics;

/** What is on partition 0 of the topics a stream answers on, committed, byte for byte and in its order. */
record RawAnswers(List<ConsumerRecord<byte[], byte[]>> poses, List<ConsumerRecord<byte[], byte[]>> deadLetters) {

    /** Reads from the beginning until there are so many, and on to the end of both topics. */
    static RawAnswers await(String bootstrap, int count, Duration longest) {
        RawAnswers answers = new RawAnswers(new ArrayList<>(), new ArrayList<>());
        Properties properties = Clients.of(bootstrap);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    List.of(new TopicPartition(Topics.KEYPOINTS.name(), 0), new TopicPartition(Topics.DLQ.name(), 0)));
            consumer.seekToBeginning(consumer.assignment());
            Awaitility.await(count + " answers")
                    .pollInSameThread()
                    .atMost(longest)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(answers::add);
                        return answers.poses.size() + answers.deadLetters.size() >= count
                                && consumer.endOffsets(consumer.assignment()).entrySet().stream()
                                        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    });
        }
        return answers;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        (record.topic().equals(Topics.DLQ.name()) ? deadLetters : poses).add(record);
    }
}
