package pose.app.weights;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import pose.app.broker.EmbeddedBroker;
import pose.app.kafka.Cluster;
import pose.channel.Active;
import pose.channel.ChannelException;
import pose.channel.ChannelWatch;
import pose.channel.Channels;
import pose.schema.Topics;

/** A broker with the topics of the weights, and clients of it. */
public final class WeightsBroker implements AutoCloseable {

    private static final int PARTITIONS_OF_OTHERS = 4;

    private final @Nullable EmbeddedBroker broker;

    private WeightsBroker(@Nullable EmbeddedBroker broker) {
        this.broker = broker;
    }

    /** For a field before there is one. */
    public static WeightsBroker unstarted() {
        return new WeightsBroker(null);
    }

    public static WeightsBroker start() {
        WeightsBroker started = new WeightsBroker(EmbeddedBroker.temporary());
        started.cluster().create(List.of(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS), PARTITIONS_OF_OTHERS, Map.of());
        return started;
    }

    public String bootstrap() {
        if (broker == null) {
            throw new IllegalStateException("not started");
        }
        return broker.bootstrap();
    }

    Properties clients() {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return properties;
    }

    Cluster cluster() {
        return Cluster.reach(clients(), null, Duration.ofSeconds(30));
    }

    public Channels channels() throws ChannelException {
        return Channels.connect(clients(), Clock.systemUTC(), problem -> {});
    }

    ChannelWatch watch(Consumer<String> problems) throws ChannelException {
        return ChannelWatch.open(clients(), problems);
    }

    /** The changes that come next, so many of them. */
    static List<Active> changes(ChannelWatch watch, int count) {
        List<Active> changes = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            changes.addAll(watch.poll(Duration.ofMillis(100)));
            return changes.size() >= count;
        });
        return changes;
    }

    /** Writes onto the log what may not belong there. */
    void write(String key, byte[] value) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.WEIGHTS.name(), key, value))
                    .get();
        }
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
