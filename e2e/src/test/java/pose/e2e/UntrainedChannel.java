package pose.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.PinnedVersion;
import pose.channel.Signature;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.e2e.process.PoseProcess;
import pose.schema.ActivationKind;

/** A store of untrained versions, and the channel that names the one that is to serve. */
final class UntrainedChannel implements AutoCloseable {

    static final Channel STABLE = new Channel("untrained", "stable");

    private final Path store;
    private final Channels channels;

    private UntrainedChannel(Path store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    /**
     * Finds the channel.
     *
     * @param store folder, made where it is missing
     */
    static UntrainedChannel open(String bootstrap, Path store) throws ChannelException {
        return new UntrainedChannel(
                store, Channels.connect(Clients.of(bootstrap), Clock.systemUTC(), System.err::println));
    }

    /** Publishes a version with weights of its own. */
    WeightsVersion publish(String version) throws IOException, BadWeightsException {
        return WeightsVersion.open(UntrainedWeights.publish(store, version));
    }

    /** The folder of a version. */
    Path folder(String version) {
        return store.resolve(STABLE.model()).resolve(version);
    }

    Path store() {
        return store;
    }

    /** Has the channel name a version. */
    void activate(WeightsVersion version) throws ChannelException {
        activate(PinnedVersion.of(version));
    }

    /** As {@link #activate(WeightsVersion)}, whatever the store holds. */
    void activate(PinnedVersion version) throws ChannelException {
        activate(STABLE, version);
    }

    /** As {@link #activate(PinnedVersion)}, another channel. */
    void activate(Channel channel, PinnedVersion version) throws ChannelException {
        var unused = channels.activate(
                channel,
                version,
                ActivationKind.PROMOTED,
                new Signature("test", ""),
                Optional.empty(),
                Expectation.ANY);
    }

    /** A version that is in no store, as whoever activates it would have seen it. */
    static PinnedVersion absent(String version) {
        return new PinnedVersion(new VersionId(STABLE.model(), version), "0".repeat(64), "1".repeat(64));
    }

    /** What a stream needs to follow it. */
    List<String> options(String bootstrap, Path cache) {
        return options(bootstrap, cache, PoseProcess.WHOLE_PICTURES);
    }

    /** The same where people are looked for as this option says. */
    List<String> options(String bootstrap, Path cache, String locator) {
        return List.of(
                "stream",
                locator,
                "--bootstrap",
                bootstrap,
                "--wait",
                "60",
                "--model",
                STABLE.model(),
                "--weights-store",
                store.toString(),
                "--weights-cache",
                cache.toString());
    }

    @Override
    public void close() {
        channels.close();
    }
}
