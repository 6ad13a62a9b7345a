package pose.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.cpm.WeightsVersion;
import pose.schema.ActivationKind;
import pose.schema.Trial;
import pose.skeleton.Skeleton;
import pose.store.StoreException;
import pose.store.WeightsStore;

/**
 * Channels over a store: a channel is made to point only to what was read from the store and is whole. That it stays there is the
 * other half, see {@link GarbageCollection}. One thread at a time; whoever made the two closes them.
 */
public final class StoredChannels {

    private final Channels channels;
    private final WeightsStore store;

    public StoredChannels(Channels channels, WeightsStore store) {
        this.channels = channels;
        this.store = store;
    }

    /**
     * Reads and checks a version, then makes the channel point to it.
     *
     * @param kind {@link ActivationKind#PROMOTED} or {@link ActivationKind#ANNOUNCED}
     * @param trial how a stream is to try it; empty on channels that serve
     * @return what the channel points to now
     * @throws StoreException where the store does not answer or has no such version
     * @throws BadWeightsException where the version is damaged
     * @throws ChannelException as {@link Channels#activate} does, and where a version is of another kind than the channel
     */
    public Active activate(
            Channel channel,
            VersionId version,
            ActivationKind kind,
            Signature signature,
            Optional<Trial> trial,
            Expectation expectation)
            throws ChannelException, StoreException, BadWeightsException {
        WeightsVersion opened = store.open(version);
        requireKind(channel, opened, trial.isPresent());
        PinnedVersion whole = PinnedVersion.of(opened);
        return channels.activate(channel, whole, kind, signature, trial, expectation);
    }

    /** Streams would refuse it: whoever is about to ask them to is told so. */
    private static void requireKind(Channel channel, WeightsVersion version, boolean tried) throws ChannelException {
        boolean locators = channel.model().equals(Channel.LOCATOR);
        boolean locator = version.skeleton().equals(Skeleton.CENTRE);
        if (locators && !locator) {
            throw new ChannelException(version + " is no locator: it gives poses of skeleton "
                    + version.skeleton().name() + "; model " + Channel.LOCATOR + " has locators only");
        }
        if (locator && !locators) {
            throw new ChannelException(
                    version + " is a locator, which says where people are; streams look for locators on "
                            + Channel.LOCATOR + "/" + Channel.STABLE + ": publish it as " + Channel.LOCATOR + "/"
                            + version.version());
        }
        if (locator && (tried || channel.name().equals(Channel.CANDIDATE))) {
            throw new ChannelException("no locator is tried beside another: promote " + version + " to "
                    + Channel.LOCATOR + "/" + Channel.STABLE);
        }
    }

    /**
     * Makes the channel point to the version that it pointed to before, or, where that one is gone or damaged, to the one before it.
     * Of two who do so at the same time one is told that the other did.
     *
     * @throws StoreException where the store does not answer
     * @throws ChannelChangedException where somebody changes the channel meanwhile
     * @throws ChannelException where nothing is left to go back to, or the change is not let through within 30 s
     */
    public RolledBack rollBack(Channel channel, Signature signature) throws ChannelException, StoreException {
        ChannelState now = channels.read();
        Active seen = now.active(channel)
                .orElseThrow(() ->
                        new ChannelException(channel + " points to nothing, so there is nothing to go back from"));
        List<String> skipped = new ArrayList<>();
        for (String earlier : seen.record().getHistory()) {
            VersionId version = channel.version(earlier);
            if (version.equals(seen.version())) {
                continue;
            }
            if (now.isRetired(version)) {
                skipped.add(version + " was "
                        + Words.of(Objects.requireNonNull(now.retired().get(version))));
                continue;
            }
            try {
                PinnedVersion whole = PinnedVersion.of(store.open(version));
                return new RolledBack(seen, channels.rollBack(seen, whole, signature), skipped);
            } catch (BadWeightsException e) {
                skipped.add(String.valueOf(e.getMessage()));
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.NO_SUCH_VERSION) {
                    throw e;
                }
                skipped.add(String.valueOf(e.getMessage()));
            }
        }
        throw new ChannelException(channel + " points to " + seen.version()
                + " and cannot go back: no version before it is left"
                + (skipped.isEmpty() ? "" : "; " + String.join("; ", skipped)));
    }

    /**
     * A channel that went back.
     *
     * @param from what it pointed to before
     * @param to what it points to now
     * @param skipped why versions between the two could not be taken, one line each
     */
    public record RolledBack(Active from, Active to, List<String> skipped) {
        public RolledBack {
            skipped = List.copyOf(skipped);
        }
    }
}
