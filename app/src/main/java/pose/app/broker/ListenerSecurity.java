package pose.app.broker;

import java.util.Map;

/**
 * How clients must prove to a broker who they are, and whether what they say is encrypted.
 *
 * @param protocol as in Kafka's {@code security.protocol}: SASL_PLAINTEXT, SSL or SASL_SSL
 * @param mechanisms as in Kafka's {@code sasl.enabled.mechanisms}: PLAIN
 * @param settings the listener's, as Kafka calls them without the listener's prefix, e.g. {@code ssl.keystore.location}
 */
public record ListenerSecurity(String protocol, String mechanisms, Map<String, String> settings) {

    public ListenerSecurity {
        settings = Map.copyOf(settings);
    }
}
