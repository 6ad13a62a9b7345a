package pose.stream;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import pose.schema.Topics;
import pose.stream.track.TrackStore;

/**
 * Finds out before the stream begins whether the changelog of people's tracks, where there is one from a former run, has as many
 * partitions as the frames: Kafka Streams could not go on with another number.
 */
final class ChangelogCheck {

    private ChangelogCheck() {}

    /**
     * Compares the topics' partitions.
     *
     * @throws StreamSetupException naming the changelog that is in the way
     */
    static void check(Admin admin, StreamConfig config, TopicDescription frames, Duration patience)
            throws StreamSetupException {
        String changelog = TrackStore.changelog(config.applicationId());
        try {
            TopicDescription found = Objects.requireNonNull(admin.describeTopics(List.of(changelog))
                            .topicNameValues()
                            .get(changelog))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            int kept = found.partitions().size();
            int wanted = frames.partitions().size();
            if (kept != wanted) {
                throw new StreamSetupException(
                        "topic " + changelog + " on " + config.bootstrap() + " has " + kept
                                + " partitions, " + Topics.FRAMES.name() + " has " + wanted
                                + ": delete the former, everyone then gets a new track; or take another --application-id, or --no-tracks");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamSetupException("interrupted while asking " + config.bootstrap() + " for its topics");
        } catch (ExecutionException | TimeoutException e) {
            // There is none yet, or Kafka Streams will say what is wrong with it.
        }
    }
}
