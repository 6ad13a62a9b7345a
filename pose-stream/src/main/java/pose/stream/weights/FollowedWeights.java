package pose.stream.weights;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.ChannelWatch;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.stream.LiveVersion;
import pose.stream.LoadedVersion;
import pose.stream.TryingVersion;

/**
 * The versions that channels name: first {@link #begin}, for the one to start with, then {@link #follow}. Used once.
 *
 * @param <L> what a loaded version is
 */
public final class FollowedWeights<L extends LoadedVersion> implements AutoCloseable {

    private final WatchedChannels channels;
    private final FollowSettings<L> settings;
    private final Following<L> following;
    private final WarmUp warmUp;
    private final StoreReach store;
    private Optional<Beginning<L>> beginning = Optional.empty();
    private @Nullable WeightsFollower<L> follower;

    private FollowedWeights(FollowSettings<L> settings, ChannelWatch watch, WeightsListener listener) {
        this.settings = settings;
        this.channels = new WatchedChannels(watch);
        this.warmUp = new WarmUp(settings.rules(), WarmUpPictures.frames(), System::nanoTime, LockSupport::parkNanos);
        this.store = new StoreReach(listener);
        VersionSource source = (id, manifestSha256) -> {
            Optional<WeightsVersion> own = settings.bundled().filter(version -> is(version, id, manifestSha256));
            return own.isPresent() ? own.get() : settings.source().open(id, manifestSha256);
        };
        this.following = new Following<>(
                settings.serving(),
                channels,
                loader(source),
                new LastGood(settings.memory()),
                settings.bundled()
                        .filter(version ->
                                version.name().equals(settings.serving().model()))
                        .map(version -> version.skeleton().name()),
                listener);
    }

    private VersionLoader<L> loader(VersionSource source) {
        return new VersionLoader<>(source, settings.loading(), warmUp, System::nanoTime);
    }

    private static boolean is(WeightsVersion version, VersionId id, String manifestSha256) {
        return version.id().equals(id) && version.manifestSha256().equals(manifestSha256);
    }

    /**
     * Finds the channels.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param problems is told, in one line each, of records on the topic that are no channel's
     * @throws ChannelException where the channels' topic is not there, or Kafka does not answer
     */
    public static <L extends LoadedVersion> FollowedWeights<L> open(
            FollowSettings<L> settings, Properties kafka, WeightsListener listener, Consumer<String> problems)
            throws ChannelException {
        return new FollowedWeights<>(settings, ChannelWatch.open(kafka, problems), listener);
    }

    /**
     * Loads the version to begin with; waits while there is none, and says so.
     *
     * @param ended asked now and then: true to wait no longer
     * @return empty where it ended first
     */
    public Optional<L> begin(BooleanSupplier ended) {
        beginning = new ColdStart<>(following, store, this::loadBundled, System::nanoTime).begin(ended);
        return beginning.map(Beginning::model);
    }

    private Optional<LoadOutcome.Loaded<L>> loadBundled() {
        return settings.bundled().map(this::loadBundled);
    }

    private LoadOutcome.Loaded<L> loadBundled(WeightsVersion bundled) {
        LoadOutcome<L> outcome =
                loader((id, sha256) -> bundled).load(Wanted.named(bundled.id()), Optional.empty(), Optional.empty());
        return outcome.loaded()
                .orElseThrow(
                        () -> new IllegalStateException("the version that comes with pose does not load: " + outcome));
    }

    /**
     * Keeps what a stream works with at what the channel names, from now until this is closed; no candidate is tried.
     *
     * @param live began with what {@link #begin} gave
     */
    public void follow(LiveVersion<L> live) {
        start(serving(live), Candidates.NONE);
    }

    /**
     * As {@link #follow(LiveVersion)}, and tries what the other channel names.
     *
     * @param desk decides what becomes of candidates
     * @throws IllegalArgumentException where no channel was named for them
     */
    public void follow(TryingVersion<L> live, CandidateDesk desk) {
        Channel trying = settings.trying()
                .orElseThrow(() -> new IllegalArgumentException(
                        "trying is empty; to follow candidates it must name their channel"));
        Serving<L> serving = serving(live);
        start(serving, new CandidateFollower<>(trying, live, serving, desk, following.listener(), System::nanoTime));
    }

    private Serving<L> serving(LiveVersion<L> live) {
        return new Serving<>(live, following.loader(), began().standard());
    }

    private Beginning<L> began() {
        return beginning.orElseThrow(() -> new IllegalStateException("nothing has begun that could follow"));
    }

    private void start(Serving<L> serving, Candidates candidates) {
        WeightsFollower<L> made =
                new WeightsFollower<>(following, store, serving, began().settled(), candidates, System::nanoTime);
        follower = made;
        made.start();
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
        channels.close();
    }
}
