package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.metrics.Monitoring;
import pose.channel.Channel;
import pose.schema.Topics;
import pose.stream.LiveModel;
import pose.stream.LoadedModel;
import pose.stream.ModelLoader;
import pose.stream.PoseStream;
import pose.stream.trial.TrialDesk;
import pose.stream.trial.Trials;
import pose.stream.weights.FollowSettings;

/** The network of poses that a channel names, and beside it the candidates of another one. */
final class FollowedModel implements StreamNetwork<LiveModel> {

    private final Channel serving;
    private final ModelLoader loader;
    private final int preparers;
    private final Cluster cluster;
    private final String instance;
    private final Monitoring monitoring;
    private final ToldWeights<LoadedModel> weights;
    private @Nullable LiveModel live;
    private @Nullable Trials trials;

    /**
     * Finds the channels.
     *
     * @param instance who tells of it
     * @throws UserMistake where their topics are not there, or not as they must be
     */
    FollowedModel(
            FollowSettings<LoadedModel> settings,
            ModelLoader loader,
            int preparers,
            Cluster cluster,
            String instance,
            Monitoring monitoring) {
        cluster.require(Topics.SHADOW);
        this.serving = settings.serving();
        this.loader = loader;
        this.preparers = preparers;
        this.cluster = cluster;
        this.instance = instance;
        this.monitoring = monitoring;
        this.weights = ToldWeights.open(settings, cluster, instance, monitoring.weights());
    }

    @Override
    public boolean begin(Interruption interruption) {
        live = weights.begin(interruption)
                .map(loaded -> LiveModel.of(loaded, loader, preparers))
                .orElse(null);
        return live != null;
    }

    @Override
    public Optional<LiveModel> atWork() {
        return Optional.ofNullable(live);
    }

    /** Candidates are tried while the stream is at rest. */
    @Override
    public void follow(PoseStream stream) {
        LiveModel model = atWork().orElseThrow();
        Trials begun = Trials.begin(
                model, stream::oldestWaiting, cluster.properties(), weights.events(), instance, monitoring.trials());
        trials = begun;
        model.tap(begun);
        weights.followed().follow(model, new TrialDesk(begun, serving, model::weights));
    }

    @Override
    public void close() {
        weights.endFollowing();
        if (trials != null) {
            trials.close();
        }
        if (live != null) {
            live.close();
        }
        weights.close();
    }
}
