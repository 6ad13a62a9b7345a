package pose.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What is asked of the brokers before the first frame: whether they are there, and how large a frame may be. */
final class Kafka {

    private final Properties settings;
    private final String brokers;
    private final Duration patience;

    /** @throws IngestException where no brokers are named */
    Kafka(Properties settings, Duration patience) throws IngestException {
        this.settings = settings;
        this.brokers = settings.getProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "")
                .strip();
        this.patience = patience;
        if (brokers.isEmpty()) {
            throw new IngestException("no Kafka broker named: bootstrap.servers is empty; give HOST:PORT");
        }
    }

    /**
     * The topic's limit, which is the broker's default where the topic has none of its own. (A topic's own limit replaces the
     * broker's message.max.bytes, so the lower of the two is not what counts.)
     */
    FrameLimit frameLimit(String topic) throws IngestException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Admin admin = null;
        try {
            admin = Admin.create(adminSettings());
            Config config = admin.describeConfigs(List.of(resource))
                    .all()
                    .get(patience.toMillis() + 1000, TimeUnit.MILLISECONDS)
                    .get(resource);
            return limit(topic, config);
        } catch (ExecutionException e) {
            throw new IngestException(explain(e.getCause() == null ? e : e.getCause(), topic), e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IngestException(explain(e, topic), e);
        } catch (KafkaException e) {
            throw new IngestException(explain(e, topic), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestException("interrupted while waiting for Kafka at " + brokers, e);
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    private Properties adminSettings() {
        Properties admin = new Properties();
        admin.putAll(settings);
        String millis = Long.toString(patience.toMillis());
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        return admin;
    }

    private static FrameLimit limit(String topic, @org.jspecify.annotations.Nullable Config config)
            throws IngestException {
        ConfigEntry entry = config == null ? null : config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (entry == null || entry.value() == null) {
            throw new IngestException("Kafka does not tell max.message.bytes of topic " + topic);
        }
        boolean own = entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;
        String name = own ? "max.message.bytes of topic " + topic : "the broker's message.max.bytes";
        return new FrameLimit(Integer.parseInt(entry.value()), name);
    }

    private String explain(Throwable failure, String topic) {
        if (failure instanceof UnknownTopicOrPartitionException) {
            return "Kafka at " + brokers + " has no topic " + topic + "; create it with: pose topics create";
        }
        if (failure instanceof TimeoutException || failure instanceof java.util.concurrent.TimeoutException) {
            return "no Kafka broker answers at " + brokers + " (waited " + patience.toMillis() / 1000.0 + " s)";
        }
        if (failure instanceof InterruptException) {
            return "interrupted while waiting for Kafka at " + brokers;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "Kafka at " + brokers + " cannot be used: " + OneLine.of(root);
    }
}
