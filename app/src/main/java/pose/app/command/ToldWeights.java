package pose.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.channel.ChannelException;
import pose.channel.WeightsEvents;
import pose.schema.Topics;
import pose.stream.LoadedVersion;
import pose.stream.weights.FollowSettings;
import pose.stream.weights.FollowedWeights;
import pose.stream.weights.ToldOnTopic;
import pose.stream.weights.WeightsListener;
import pose.stream.weights.WeightsListeners;

/**
 * The versions of one network that a channel names, told of on Kafka and to whoever listens.
 *
 * @param events what is told on Kafka
 */
record ToldWeights<L extends LoadedVersion>(FollowedWeights<L> followed, WeightsEvents events)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ToldWeights.class);

    /**
     * Finds the channel.
     *
     * @param instance who tells of it
     * @throws UserMistake where its topics are not there, or not as they must be
     */
    static <L extends LoadedVersion> ToldWeights<L> open(
            FollowSettings<L> settings, Cluster cluster, String instance, WeightsListener listener) {
        cluster.require(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS);
        WeightsEvents events = WeightsEvents.connect(cluster.properties(), instance, Clock.systemUTC(), problems());
        try {
            var listeners = new WeightsListeners(List.of(listener, new ToldOnTopic(events)));
            return new ToldWeights<>(
                    FollowedWeights.open(settings, cluster.properties(), listeners, problems()), events);
        } catch (ChannelException e) {
            events.close();
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where records that are none, and what cannot be told, are told of. */
    static Consumer<String> problems() {
        return LOG::warn;
    }

    /** The version to begin with; empty where the program was asked to end before there was one. */
    Optional<L> begin(Interruption interruption) {
        return followed.begin(interruption::happened);
    }

    /** Follows no longer; events can still be told until {@link #close}. */
    void endFollowing() {
        followed.close();
    }

    @Override
    public void close() {
        events.close();
    }
}
