package pose.stream.weights;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pose.channel.ChannelException;
import pose.channel.ChannelWatch;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;
import pose.cpm.WeightsVersion;
import pose.stream.LiveModel;
import pose.stream.LoadedModel;

/** The versions that channels name: first {@link #begin}, for the one to start with, then {@link #follow}. Used once. */
public final class FollowedWeights implements AutoCloseable {

    private final WatchedChannels channels;
    private final Following following;
    private final VersionLoader.Loading loading;
    private final WarmUp warmUp;
    private final WeightsVersion bundled;
    private final StoreReach store;
    private Optional<Beginning> beginning = Optional.empty();
    private @Nullable WeightsFollower follower;

    private FollowedWeights(
            FollowSettings settings, WeightsVersion bundled, ChannelWatch watch, WeightsListener listener) {
        this.bundled = bundled;
        this.channels = new WatchedChannels(watch);
        this.loading = settings.loader()::load;
        this.warmUp = new WarmUp(settings.rules(), WarmUpPictures.frames(), System::nanoTime, LockSupport::parkNanos);
        this.store = new StoreReach(listener);
        VersionSource source = (id, manifestSha256) -> isBundled(bundled, id, manifestSha256)
                ? bundled
                : settings.source().open(id, manifestSha256);
        boolean own = bundled.name().equals(settings.serving().model());
        this.following = new Following(
                settings.serving(),
                settings.trying(),
                channels,
                new VersionLoader(source, loading, warmUp, System::nanoTime),
                new LastGood(settings.memory()),
                own ? Optional.of(bundled.skeleton().name()) : Optional.empty(),
                listener);
    }

    private static boolean isBundled(WeightsVersion bundled, pose.cpm.VersionId id, String manifestSha256) {
        return bundled.id().equals(id) && bundled.manifestSha256().equals(manifestSha256);
    }

    /**
     * Finds the channels.
     *
     * @param kafka {@code bootstrap.servers} and what else every client needs
     * @param problems is told, in one line each, of records on the topic that are no channel's
     * @throws ChannelException where the channels' topic is not there, or Kafka does not answer
     */
    public static FollowedWeights open(
            FollowSettings settings, Properties kafka, WeightsListener listener, Consumer<String> problems)
            throws ChannelException {
        try {
            return new FollowedWeights(settings, BundledWeights.open(), ChannelWatch.open(kafka, problems), listener);
        } catch (BadWeightsException e) {
            throw new IllegalStateException("the version that comes with pose must open: " + e.getMessage(), e);
        }
    }

    /**
     * Loads the version to begin with; waits while there is none, and says so.
     *
     * @param ended asked now and then: true to wait no longer
     * @return empty where it ended first
     */
    public Optional<LoadedModel> begin(BooleanSupplier ended) {
        beginning = new ColdStart(following, store, this::loadBundled, System::nanoTime).begin(ended);
        return beginning.map(Beginning::model);
    }

    private LoadOutcome.Loaded loadBundled() {
        VersionLoader loader = new VersionLoader((id, sha256) -> bundled, loading, warmUp, System::nanoTime);
        LoadOutcome outcome = loader.load(Wanted.named(bundled.id()), Optional.empty(), Optional.empty());
        if (outcome instanceof LoadOutcome.Loaded loaded) {
            return loaded;
        }
        throw new IllegalStateException("the version that comes with pose does not load: " + outcome);
    }

    /**
     * Keeps a model at what the channels name, from now until this is closed.
     *
     * @param live began with what {@link #begin} gave
     * @param desk decides what becomes of candidates
     */
    public void follow(LiveModel live, CandidateDesk desk) {
        Beginning began = beginning.orElseThrow(() -> new IllegalStateException("nothing has begun that could follow"));
        WeightsFollower made = new WeightsFollower(following, store, live, began, desk, System::nanoTime);
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
