package pose.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;
import pose.app.kafka.Cluster;
import pose.app.metrics.Monitoring;
import pose.channel.ChannelException;
import pose.channel.WeightsEvents;
import pose.schema.Topics;
import pose.stream.LiveModel;
import pose.stream.LoadedModel;
import pose.stream.ModelLoader;
import pose.stream.trial.ServingLoad;
import pose.stream.trial.TrialDesk;
import pose.stream.trial.TrialListener;
import pose.stream.trial.Trials;
import pose.stream.weights.FollowSettings;
import pose.stream.weights.FollowedWeights;
import pose.stream.weights.ToldOnTopic;
import pose.stream.weights.WeightsListeners;

/** The versions that a stream's channels name, told of on Kafka, in the log and in numbers. */
final class StreamWeights implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWeights.class);

    private final FollowSettings<LoadedModel> settings;
    private final ModelLoader loader;
    private final int preparers;
    private final Properties kafka;
    private final String instance;
    private final WeightsEvents events;
    private final FollowedWeights<LoadedModel> followed;
    private @Nullable LiveModel live;
    private @Nullable Trials trials;

    private StreamWeights(
            FollowSettings<LoadedModel> settings,
            ModelLoader loader,
            int preparers,
            Properties kafka,
            String instance,
            WeightsEvents events,
            FollowedWeights<LoadedModel> followed) {
        this.settings = settings;
        this.loader = loader;
        this.preparers = preparers;
        this.kafka = kafka;
        this.instance = instance;
        this.events = events;
        this.followed = followed;
    }

    /**
     * Finds the channels.
     *
     * @param instance who tells of it
     * @throws UserMistake where their topics are not there, or not as they must be
     */
    static StreamWeights open(
            FollowSettings<LoadedModel> settings,
            ModelLoader loader,
            int preparers,
            Cluster cluster,
            String instance,
            Monitoring monitoring) {
        cluster.require(Topics.WEIGHTS, Topics.WEIGHTS_EVENTS, Topics.SHADOW);
        Properties kafka = cluster.properties();
        WeightsEvents events = WeightsEvents.connect(kafka, instance, Clock.systemUTC(), LOG::warn);
        try {
            var listener = new WeightsListeners(List.of(monitoring.weights(), new ToldOnTopic(events)));
            FollowedWeights<LoadedModel> followed = FollowedWeights.open(settings, kafka, listener, LOG::warn);
            return new StreamWeights(settings, loader, preparers, kafka, instance, events, followed);
        } catch (ChannelException e) {
            events.close();
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    /** The model to begin with; empty where the program was asked to end before there was one. */
    Optional<LiveModel> begin(Interruption interruption) {
        Optional<LoadedModel> first = followed.begin(interruption::happened);
        live = first.map(loaded -> LiveModel.of(loaded, loader, preparers)).orElse(null);
        return Optional.ofNullable(live);
    }

    /** Keeps it at what the channels name from now on, and tries their candidates while the stream is at rest. */
    void follow(ServingLoad load, TrialListener listener) {
        LiveModel model = live;
        if (model == null) {
            throw new IllegalStateException("nothing has begun that could follow");
        }
        Trials begun = Trials.begin(model, load, kafka, events, instance, listener);
        trials = begun;
        model.tap(begun);
        followed.follow(model, new TrialDesk(begun, settings.serving(), model::weights));
    }

    @Override
    public void close() {
        followed.close();
        if (trials != null) {
            trials.close();
        }
        if (live != null) {
            live.close();
        }
        events.close();
    }
}
