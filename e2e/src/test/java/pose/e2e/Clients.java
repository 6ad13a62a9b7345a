package pose.e2e;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import pose.app.kafka.Cluster;
import pose.e2e.process.Patience;
import pose.schema.Topic;
import pose.schema.Topics;

/** How the promises' own Kafka clients reach a broker, and the topics on it. */
final class Clients {

    private static final Duration PATIENCE = Patience.LONGEST;

    private Clients() {}

    /** Makes every topic of the pipeline, each with so many partitions. */
    static void createTopics(String bootstrap, int partitions) {
        create(bootstrap, Topics.ALL, partitions);
    }

    /** Makes these topics. */
    static void create(String bootstrap, Collection<Topic<?, ?>> topics, int partitions) {
        Cluster.reach(of(bootstrap), null, PATIENCE).create(topics, partitions, Map.of());
    }

    static Properties of(String bootstrap) {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return properties;
    }
}
