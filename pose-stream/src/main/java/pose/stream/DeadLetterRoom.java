package pose.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import pose.schema.Topics;

/**
 * Finds out before the stream begins whether every frame fits among the dead letters: one that did not would stop the
 * stream at the moment it is needed there.
 */
final class DeadLetterRoom {

    private DeadLetterRoom() {}

    /**
     * Compares the topics' limits on a record.
     *
     * @throws StreamSetupException where the dead letters take less than the frames
     */
    static void check(Admin admin, String bootstrap, Duration patience) throws StreamSetupException {
        ConfigResource frames = topic(Topics.FRAMES.name());
        ConfigResource letters = topic(Topics.DLQ.name());
        try {
            Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(frames, letters))
                    .all()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            long largestFrame = limit(Objects.requireNonNull(configs.get(frames)));
            long largestLetter = limit(Objects.requireNonNull(configs.get(letters)));
            if (largestLetter < largestFrame) {
                throw new StreamSetupException("topic " + letters.name() + " on " + bootstrap + " has "
                        + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " " + largestLetter + ", " + frames.name() + " has "
                        + largestFrame + ": a dead letter is as large as its frame; allowed: at least " + largestFrame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamSetupException("interrupted while asking " + bootstrap + " for its topics' limits");
        } catch (ExecutionException | TimeoutException e) {
            // Not everyone who may read and write may also read settings: then it is the operator's to know.
        }
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static long limit(@Nullable Config config) {
        ConfigEntry entry = config == null ? null : config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        return entry == null ? Topics.MAX_FRAME_BYTES : Long.parseLong(entry.value());
    }
}
