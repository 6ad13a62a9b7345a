package pose.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;

/** Where Kafka is and how to speak with it. */
final class KafkaOptions {

    private static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "A broker to begin with, or several with commas between them "
                    + "(default: what --kafka-config says, else " + DEFAULT_BOOTSTRAP + ").")
    private @Nullable String bootstrap;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "A properties file with further settings for every Kafka client, e.g. security.protocol.")
    private @Nullable Path config;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "15",
            converter = Seconds.class,
            description = "How long to wait for a broker that does not answer, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private int wait;

    /**
     * The cluster that was named, after it has answered.
     *
     * @throws UserMistake where it does not answer in time, or the file is no properties file
     */
    Cluster connect() {
        Properties properties = config == null ? new Properties() : read(config);
        if (bootstrap != null) {
            properties.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        } else {
            properties.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BOOTSTRAP);
        }
        return Cluster.reach(properties, config, Duration.ofSeconds(wait));
    }

    /** How long to wait for a broker that does not answer. */
    Duration longestWait() {
        return Duration.ofSeconds(wait);
    }

    private static Properties read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake("--kafka-config: '" + file + "' is no file; a properties file is needed");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new UserMistake(
                    "--kafka-config: '" + file + "' is no properties file in UTF-8: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserMistake("--kafka-config: '" + file + "' cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }
}
