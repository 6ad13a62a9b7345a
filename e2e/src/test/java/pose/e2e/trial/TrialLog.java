package pose.e2e.trial;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.PinnedVersion;
import pose.channel.Signature;
import pose.cpm.WeightsVersion;
import pose.schema.ActivationKind;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.Trial;
import pose.schema.WeightsEvent;
import pose.schema.WeightsEventKind;

/** A model's two channels, and everything that a stream writes while one of them is on trial. */
public final class TrialLog {

    private final Properties kafka = new Properties();
    private final Channel stable;
    private final Channel candidate;

    public TrialLog(String bootstrap, String model) {
        kafka.setProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        stable = new Channel(model, Channel.STABLE);
        candidate = new Channel(model, Channel.CANDIDATE);
    }

    public void serve(WeightsVersion version) throws ChannelException {
        activate(stable, version, Optional.empty());
    }

    public void tryOut(WeightsVersion version, Trial trial) throws ChannelException {
        activate(candidate, version, Optional.of(trial));
    }

    /** Nothing is a candidate any more. */
    public void withdraw() throws ChannelException {
        try (Channels channels = connect()) {
            channels.remove(candidate, new Signature("e2e", "enough seen"), Expectation.ANY);
        }
    }

    private void activate(Channel channel, WeightsVersion version, Optional<Trial> trial) throws ChannelException {
        try (Channels channels = connect()) {
            Active unused = channels.activate(
                    channel,
                    PinnedVersion.of(version),
                    ActivationKind.PROMOTED,
                    new Signature("e2e", "a promise"),
                    trial,
                    Expectation.ANY);
        }
    }

    /** The version that the channel that serves points to now. */
    public Optional<String> serving() throws ChannelException {
        return version(stable);
    }

    /** The version that is a candidate now. */
    public Optional<String> candidate() throws ChannelException {
        return version(candidate);
    }

    /** How the candidate is tried now. */
    public Optional<Trial> trial() throws ChannelException {
        try (Channels channels = connect()) {
            return channels.read()
                    .active(candidate)
                    .map(active -> active.record().getTrial());
        }
    }

    private Optional<String> version(Channel channel) throws ChannelException {
        try (Channels channels = connect()) {
            return channels.read()
                    .active(channel)
                    .map(active -> active.version().version());
        }
    }

    private Channels connect() throws ChannelException {
        return Channels.connect(kafka, Clock.systemUTC(), problem -> {
            throw new AssertionError(problem);
        });
    }

    public List<ShadowPose> shadows() {
        return read(Topics.SHADOW);
    }

    public List<PoseFrame> poses() {
        return read(Topics.KEYPOINTS);
    }

    /** The events of this kind. */
    public List<WeightsEvent> events(WeightsEventKind kind) {
        return read(Topics.WEIGHTS_EVENTS).stream()
                .filter(event -> event.getKind() == kind)
                .toList();
    }

    /** The versions that served each camera's frames, in the frames' order, each run of the same one told once. */
    public Map<String, List<String>> versionsByCamera() {
        Map<String, List<String>> versions = new TreeMap<>();
        for (PoseFrame pose : poses()) {
            List<String> of = versions.computeIfAbsent(pose.getCamera(), camera -> new ArrayList<>());
            String version = pose.getWeights().getVersion();
            if (of.isEmpty() || !of.get(of.size() - 1).equals(version)) {
                of.add(version);
            }
        }
        return versions;
    }

    private <V> List<V> read(Topic<String, V> topic) {
        List<V> values = new ArrayList<>();
        Properties config = new Properties();
        config.putAll(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
