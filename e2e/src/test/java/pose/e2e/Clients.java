package pose.e2e;

import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/** What the promises' own Kafka clients are told. */
final class Clients {

    private Clients() {}

    static Properties of(String bootstrap) {
        Properties properties = new Properties();
        properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return properties;
    }
}
