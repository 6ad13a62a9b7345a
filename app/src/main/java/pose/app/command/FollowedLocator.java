package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.metrics.Monitoring;
import pose.stream.LiveLocator;
import pose.stream.LoadedLocator;
import pose.stream.PoseStream;
import pose.stream.weights.FollowSettings;

/** The locator that a channel names. */
final class FollowedLocator implements StreamNetwork<LiveLocator> {

    private final int preparers;
    private final ToldWeights<LoadedLocator> weights;
    private @Nullable LiveLocator live;

    /**
     * Finds the channel.
     *
     * @param instance who tells of it
     * @throws UserMistake where its topics are not there, or not as they must be
     */
    FollowedLocator(
            FollowSettings<LoadedLocator> settings,
            int preparers,
            Cluster cluster,
            String instance,
            Monitoring monitoring) {
        this.preparers = preparers;
        this.weights = ToldWeights.open(settings, cluster, instance, monitoring.locators());
    }

    @Override
    public boolean begin(Interruption interruption) {
        live = weights.begin(interruption)
                .map(loaded -> LiveLocator.of(loaded, preparers))
                .orElse(null);
        return live != null;
    }

    @Override
    public Optional<LiveLocator> atWork() {
        return Optional.ofNullable(live);
    }

    @Override
    public void follow(PoseStream stream) {
        weights.followed().follow(atWork().orElseThrow());
    }

    @Override
    public void close() {
        weights.endFollowing();
        if (live != null) {
            live.close();
        }
        weights.close();
    }
}
