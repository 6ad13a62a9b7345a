package pose.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;
import pose.schema.Topic;
import pose.schema.Topics;

/** Finds out before the stream begins whether a broker answers and its topics are there. */
final class TopicsCheck {

    private static final List<String> NEEDED = names(Topics.FRAMES, Topics.KEYPOINTS, Topics.GAPS, Topics.DLQ);
    private static final List<String> NEEDED_FOR_TRACKS =
            names(Topics.FRAMES, Topics.KEYPOINTS, Topics.TRACKS, Topics.GAPS, Topics.DLQ);

    private TopicsCheck() {}

    private static List<String> names(Topic<?, ?>... topics) {
        return Stream.of(topics).map(Topic::name).toList();
    }

    /**
     * Asks the broker for the topics.
     *
     * @param patience the longest this takes
     * @return on how many brokers each frame is kept
     * @throws StreamSetupException where a topic is missing or no broker answers
     */
    static int run(StreamConfig config, Map<String, Object> settings, Duration patience) throws StreamSetupException {
        Map<String, Object> adminSettings = new StreamsConfig(settings).getAdminConfigs("topics-check");
        try (Admin admin = Admin.create(adminSettings)) {
            var options = new DescribeTopicsOptions().timeoutMs((int) patience.toMillis());
            List<String> needed = config.tracks().isPresent() ? NEEDED_FOR_TRACKS : NEEDED;
            Map<String, KafkaFuture<TopicDescription>> answers =
                    admin.describeTopics(needed, options).topicNameValues();
            for (String topic : needed) {
                TopicDescription unused =
                        require(Objects.requireNonNull(answers.get(topic)), topic, config.bootstrap(), patience);
            }
            DeadLetterRoom.check(admin, config.bootstrap(), patience);
            TopicDescription frames = require(
                    Objects.requireNonNull(answers.get(Topics.FRAMES.name())),
                    Topics.FRAMES.name(),
                    config.bootstrap(),
                    patience);
            if (config.tracks().isPresent()) {
                ChangelogCheck.check(admin, config, frames, patience);
            }
            return frames.partitions().get(0).replicas().size();
        } catch (KafkaException e) {
            throw new StreamSetupException("broker " + config.bootstrap() + " cannot be used: " + reason(e));
        }
    }

    private static TopicDescription require(
            KafkaFuture<TopicDescription> answer, String topic, String bootstrap, Duration patience)
            throws StreamSetupException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamSetupException("interrupted while asking " + bootstrap + " for its topics");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof UnknownTopicOrPartitionException) {
                throw new StreamSetupException("topic " + topic + " does not exist on " + bootstrap
                        + "; 'pose topics create' creates all that are needed");
            }
            if (cause instanceof TimeoutException) {
                throw new StreamSetupException(
                        "no broker answered at " + bootstrap + " within " + patience.toSeconds() + " s");
            }
            throw new StreamSetupException("topic " + topic + " on " + bootstrap + " cannot be used: " + reason(cause));
        }
    }

    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
