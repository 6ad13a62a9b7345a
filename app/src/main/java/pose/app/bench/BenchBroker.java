package pose.app.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.schema.Topic;
import pose.schema.Topics;

/** A broker in a process of its own with the topics on it; it and its records go with {@link #close}. */
final class BenchBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** As the launcher runs it: the second compiler would take more time than it saves in a few minutes. */
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final ChildCommand process;
    private final Cluster cluster;
    private final int partitions;

    private BenchBroker(ChildCommand process, Cluster cluster, int partitions) {
        this.process = process;
        this.cluster = cluster;
        this.partitions = partitions;
    }

    /**
     * Starts one.
     *
     * @param folder for all that it writes
     * @param partitions of every topic
     * @param frameTopic settings of the frames' topic beyond its own
     */
    static BenchBroker start(Path folder, int partitions, Map<String, String> frameTopic) {
        ChildCommand process = ChildCommand.start(folder, JVM, List.of("broker", "--port", "0"));
        try {
            Properties kafka = new Properties();
            kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, process.firstLine());
            Cluster cluster = Cluster.reach(kafka, null, PATIENCE);
            cluster.create(List.of(Topics.FRAMES), partitions, frameTopic);
            List<Topic<?, ?>> others = Topics.ALL.stream()
                    .filter(topic -> !topic.equals(Topics.FRAMES))
                    .toList();
            cluster.create(others, partitions, Map.of());
            return new BenchBroker(process, cluster, partitions);
        } catch (RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    String bootstrap() {
        return cluster.bootstrap();
    }

    /** What every client is configured with: a copy, to add to. */
    Properties clientSettings() {
        return cluster.properties();
    }

    int partitions() {
        return partitions;
    }

    /** Processor time of the broker's process so far. */
    Duration cpu() {
        return process.cpu();
    }

    /** Takes every frame off the topic; whoever reads from the beginning reads what comes from now on. */
    void forgetFrames() {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int p = 0; p < partitions; p++) {
            // -1 is the end, as it is now.
            all.put(new TopicPartition(Topics.FRAMES.name(), p), RecordsToDelete.beforeOffset(-1));
        }
        try (Admin admin = Admin.create(clientSettings())) {
            admin.deleteRecords(all).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new UserMistake("the benchmark's broker does not delete its frames: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
