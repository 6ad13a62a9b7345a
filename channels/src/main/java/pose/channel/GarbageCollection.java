package pose.channel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.store.StoreException;
import pose.store.WeightsStore;

/**
 * Deletes versions that nobody needs. First the log says, in one transaction, that they are gone, unless a channel or its history names
 * them; then they are deleted. So whoever activates one of them at the same time either comes before that, and it stays, or is
 * refused. Where it is killed between the two, the next one deletes what the log says is gone.
 */
public final class GarbageCollection {

    private final Channels channels;
    private final WeightsStore store;
    private final Clock clock;
    private final Consumer<String> problems;

    /** @param problems is told, in one line each, of versions that are left because nobody can say how old they are */
    public GarbageCollection(Channels channels, WeightsStore store, Clock clock, Consumer<String> problems) {
        this.channels = channels;
        this.store = store;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * What would be deleted now, oldest first; the rest of what an earlier one did not come to first.
     *
     * @throws StoreException where the store does not answer
     * @throws ChannelException where Kafka does not
     */
    public List<VersionId> plan(Retention retention) throws StoreException, ChannelException {
        // The store first: what is published and activated from here on is not among these versions.
        List<VersionId> all = store.versions();
        ChannelState state = channels.read();
        Set<VersionId> surplus = new LinkedHashSet<>();
        all.stream().filter(state::isRetired).forEach(surplus::add);
        List<VersionId> alive =
                all.stream().filter(version -> !state.isRetired(version)).toList();
        surplus.addAll(retention.surplus(dated(alive), state.named(), clock.instant()));
        return List.copyOf(surplus);
    }

    /**
     * Deletes versions that a {@link #plan} named, but for those that a channel names by now.
     *
     * @param deleted is told of each version that is gone
     * @throws StoreException where the store does not delete one; the next collection goes on
     * @throws ChannelException where the log does not take the change
     */
    public void collect(List<VersionId> planned, Signature signature, Consumer<VersionId> deleted)
            throws StoreException, ChannelException {
        if (planned.isEmpty()) {
            return;
        }
        for (VersionId gone : channels.retire(planned, signature)) {
            store.delete(gone);
            deleted.accept(gone);
        }
    }

    private List<Retention.Stored> dated(List<VersionId> versions) throws StoreException {
        List<Retention.Stored> dated = new ArrayList<>();
        for (VersionId version : versions) {
            try {
                dated.add(new Retention.Stored(
                        version, Instant.parse(store.manifest(version).created())));
            } catch (BadWeightsException | DateTimeException e) {
                problems.accept("left " + version + " where it is: " + e.getMessage());
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.NO_SUCH_VERSION) {
                    throw e;
                }
                // Somebody else has just deleted it.
            }
        }
        return dated;
    }
}
