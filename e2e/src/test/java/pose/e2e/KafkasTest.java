package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pose.schema.Topics;

/** The broker that promises are kept on can be stopped, and has its address and its records after it; {@link BrokerRestart} kills it. */
@BrokerPromise
class KafkasTest {

    private static final String TOPIC = Topics.DLQ.name();

    @Test
    void shouldKeepAddressAndRecordsOverAStop() throws Exception {
        // given
        try (TestKafka kafka = Kafkas.open()) {
            String bootstrap = kafka.bootstrap();
            Clients.createTopics(bootstrap, 1);

            // when
            send(bootstrap, "first");
            kafka.stop();
            kafka.start();
            send(bootstrap, "second");

            // then
            assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
            assertThat(read(bootstrap, 2)).containsExactly("first", "second");
        }
    }

    private static void send(String bootstrap, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(Clients.of(bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(String bootstrap, int count) {
        try (var consumer =
                new KafkaConsumer<>(Clients.of(bootstrap), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            List<String> values = new ArrayList<>();
            Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(3)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
