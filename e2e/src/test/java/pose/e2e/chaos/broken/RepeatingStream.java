package pose.e2e.chaos.broken;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pose.schema.Topics;

/** Answers what it polled and commits its offsets after that: a kill in between has it answer again. */
public final class RepeatingStream {

    private RepeatingStream() {}

    /** Runs until it is killed; the only argument is a broker's address. */
    public static void main(String[] args) throws ExecutionException, InterruptedException {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]);
        properties.setProperty(ConsumerConfig.GROUP_ID_CONFIG, "repeating");
        properties.setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "repeating-1");
        properties.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            consumer.subscribe(List.of(Topics.FRAMES.name()));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> frame : consumer.poll(Duration.ofMillis(100))) {
                    String topic = Answers.topic(frame.value()).name();
                    producer.send(new ProducerRecord<>(topic, frame.key(), Answers.to(frame.value())))
                            .get();
                }
                consumer.commitSync();
            }
        }
    }
}
