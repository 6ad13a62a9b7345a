package pose.app.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.schema.Topic;

/** A Kafka cluster that has answered. */
public final class Cluster {

    private static final long LEADER_PAUSE_MILLIS = 20;

    private final Properties properties;
    private final @Nullable Path file;
    private final Duration wait;

    private Cluster(Properties properties, @Nullable Path file, Duration wait) {
        this.properties = properties;
        this.file = file;
        this.wait = wait;
    }

    /**
     * Waits for a cluster's answer.
     *
     * @param properties for every client, with {@code bootstrap.servers}
     * @param file where they came from, for messages
     * @param wait at most this long
     * @throws UserMistake where it does not come, or a setting is wrong
     */
    public static Cluster reach(Properties properties, @Nullable Path file, Duration wait) {
        Cluster cluster = new Cluster(properties, file, wait);
        try (Admin admin = cluster.admin()) {
            cluster.await("answer", admin.describeCluster().nodes());
            return cluster;
        }
    }

    /** A client that cannot be made: a setting's fault, however deep in the client it was found. */
    private UserMistake unusable(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new UserMistake(
                "--bootstrap " + bootstrap() + fromFile(" or ") + ": "
                        + KafkaSecrets.hidden(root.getMessage(), properties),
                e);
    }

    private String fromFile(String before) {
        return file == null ? "" : before + "--kafka-config '" + file + "'";
    }

    /** The cluster's {@code bootstrap.servers}. */
    public String bootstrap() {
        return properties.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** What every client is configured with: a copy, to add to. */
    public Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /**
     * Makes the topics that are not there yet; they can be written when this returns.
     *
     * @param partitions of each new one that is not always of one
     * @param overrides settings for new ones, beyond the topics' own
     * @return the names of those that were made
     * @throws UserMistake where the cluster refuses
     */
    public Set<String> create(Collection<Topic<?, ?>> topics, int partitions, Map<String, String> overrides) {
        Set<String> made = new TreeSet<>();
        try (Admin admin = admin()) {
            int brokers = await(
                            "say how many brokers it has",
                            admin.describeCluster().nodes())
                    .size();
            List<NewTopic> wanted = topics.stream()
                    .map(topic -> withOverrides(topic.newTopic(partitions, Math.min(brokers, 3)), overrides))
                    .toList();
            var results = admin.createTopics(wanted).values();
            for (NewTopic topic : wanted) {
                try {
                    Objects.requireNonNull(results.get(topic.name())).get(wait.toMillis(), TimeUnit.MILLISECONDS);
                    made.add(topic.name());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw refusal("make topic " + topic.name(), e);
                    }
                }
            }
            awaitLeaders(
                    admin,
                    wanted.stream().filter(topic -> made.contains(topic.name())).toList());
            return made;
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException e) {
            throw silent("make the topics", e);
        }
    }

    /**
     * A broker answers before it leads what it made. A producer's first batch would be refused and its second be taken,
     * and then the first no more: it is out of order.
     */
    private void awaitLeaders(Admin admin, List<NewTopic> topics) throws InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + wait.toNanos();
        while (!lead(admin, ends, deadline)) {
            Thread.sleep(LEADER_PAUSE_MILLIS);
        }
    }

    private boolean lead(Admin admin, Map<TopicPartition, OffsetSpec> ends, long deadline)
            throws InterruptedException, TimeoutException {
        Set<String> topics = ends.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        try {
            // Asked for offsets of what it has not heard of, the client logs an error.
            admin.describeTopics(topics).allTopicNames().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            admin.listOffsets(ends).all().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            // A broker may not even have heard yet of what the controller made.
            if (e.getCause() instanceof RetriableException && System.nanoTime() < deadline) {
                return false;
            }
            throw refusal("lead the topics it made", e);
        }
    }

    /**
     * Makes sure that topics are there.
     *
     * @throws UserMistake naming the first one that is not
     */
    public void require(Topic<?, ?>... topics) {
        try (Admin admin = admin()) {
            Set<String> present = await("list its topics", admin.listTopics().names());
            for (Topic<?, ?> topic : topics) {
                if (!present.contains(topic.name())) {
                    throw new UserMistake("topic " + topic.name() + " is not on " + bootstrap()
                            + "; make the topics with 'pose topics create'");
                }
            }
        }
    }

    /** Whether a topic is there. */
    public boolean has(Topic<?, ?> topic) {
        try (Admin admin = admin()) {
            return await("list its topics", admin.listTopics().names()).contains(topic.name());
        }
    }

    private static NewTopic withOverrides(NewTopic topic, Map<String, String> overrides) {
        Map<String, String> configs = new HashMap<>(topic.configs());
        configs.putAll(overrides);
        return topic.configs(configs);
    }

    private Admin admin() {
        Properties config = properties();
        int millis = Math.toIntExact(wait.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        try {
            return Admin.create(config);
        } catch (KafkaException e) {
            throw unusable(e);
        }
    }

    private <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (TimeoutException e) {
            throw silent(what, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
                    ? silent(what, e)
                    : refusal(what, e);
        }
    }

    private UserMistake silent(String what, Exception e) {
        return new UserMistake(
                "Kafka at " + bootstrap() + " did not " + what + " within " + wait.toSeconds()
                        + " s; is a broker running there? 'pose broker' starts one",
                e);
    }

    private UserMistake refusal(String what, ExecutionException e) {
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        boolean denied =
                e.getCause() instanceof AuthenticationException || e.getCause() instanceof AuthorizationException;
        return new UserMistake(
                "Kafka at " + bootstrap() + " does not " + what + ": " + reason + (denied ? fromFile("; see ") : ""),
                e);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for Kafka", e);
    }
}
