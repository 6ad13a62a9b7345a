package pose.app.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import pose.schema.Topics;

/** What Kafka is told about a broker of one node: small, quick to start and to stop, reachable from this machine only. */
final class BrokerConfig {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String SECURED_LISTENER = "CLIENTS";

    /** Room for a frame of the largest size with the headers that its dead letter gains. */
    private static final int LARGEST_MESSAGE = Topics.MAX_FRAME_BYTES + 1024 * 1024;

    private BrokerConfig() {}

    static Map<String, Object> of(Path logs, String host, int port, int controllerPort) {
        Map<String, Object> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", NODE);
        config.put("controller.quorum.voters", NODE + "@" + host + ":" + controllerPort);
        config.put("controller.listener.names", CONTROLLER_LISTENER);
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put(
                "listeners",
                "PLAINTEXT://" + host + ":" + port + "," + CONTROLLER_LISTENER + "://" + host + ":" + controllerPort);
        config.put("advertised.listeners", "PLAINTEXT://" + host + ":" + port);
        config.put("log.dirs", logs.toString());
        oneNode(config);
        small(config);
        return config;
    }

    /** The same with clients at the port who must prove who they are; the node speaks with itself at another. */
    static Map<String, Object> secured(Map<String, Object> open, ListenerSecurity security, String host, int ownPort) {
        Map<String, Object> config = new HashMap<>(open);
        String clients = String.valueOf(open.get("advertised.listeners")).replace("PLAINTEXT", SECURED_LISTENER);
        String own = ",PLAINTEXT://" + host + ":" + ownPort;
        config.put(
                "listener.security.protocol.map",
                open.get("listener.security.protocol.map") + "," + SECURED_LISTENER + ":" + security.protocol());
        config.put("listeners", String.valueOf(open.get("listeners")).replace("PLAINTEXT", SECURED_LISTENER) + own);
        config.put("advertised.listeners", clients + own);
        String prefix = "listener.name." + SECURED_LISTENER.toLowerCase(Locale.ROOT) + ".";
        config.put(prefix + "sasl.enabled.mechanisms", security.mechanisms());
        security.settings().forEach((name, value) -> config.put(prefix + name, value));
        return config;
    }

    private static void oneNode(Map<String, Object> config) {
        config.put("default.replication.factor", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "1");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        // Nobody else could take over: leadership need not be handed on before stopping.
        config.put("controlled.shutdown.enable", "false");
        // A broker that comes back is not taken on before the session of its former self has ended: 9 s by default.
        config.put("broker.session.timeout.ms", "3000");
        config.put("broker.heartbeat.interval.ms", "1000");
    }

    private static void small(Map<String, Object> config) {
        config.put("auto.create.topics.enable", "false");
        config.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
        config.put("log.cleaner.dedupe.buffer.size", "2097152");
        config.put("log.segment.bytes", Integer.toString(256 * 1024 * 1024));
        // Where a topic keeps little, the disk is to know of it soon.
        config.put("log.retention.check.interval.ms", "30000");
        config.put("metric.reporters", "");
    }
}
