package pose.e2e.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.channel.Active;
import pose.channel.ChannelState;
import pose.cpm.VersionId;
import pose.store.StoreException;
import pose.store.WeightsStore;

/**
 * What came of a {@link Turmoil}.
 *
 * @param looks how often somebody looked between kills whether channels and store agree
 * @param state every channel in the end
 * @param disagreements between channels and store, a line each
 * @param leftOut records that were none of a channel's
 */
public record TurmoilReport(
        long seed,
        int looks,
        Acknowledged acknowledged,
        ChangeOrder order,
        ChannelState state,
        List<String> disagreements,
        List<String> leftOut) {

    /** Everything that was not kept of what was promised, a line each. */
    public List<String> broken(WeightsStore store) throws StoreException {
        List<String> broken = new ArrayList<>(disagreements);
        broken.addAll(leftOut);
        broken.addAll(order.broken());
        acknowledged.activated().forEach((offset, version) -> {
            Optional<Active> found = Optional.ofNullable(order.all().get(offset));
            if (found.isEmpty() || !found.get().version().equals(version)) {
                broken.add("activated " + version + " at offset " + offset + ", where the log has " + found);
            }
        });
        for (VersionId version : acknowledged.published()) {
            if (!store.has(version) && !state.isRetired(version)) {
                broken.add("published " + version + ", which is not there");
            }
        }
        for (VersionId version : acknowledged.deleted()) {
            if (store.has(version) || !state.isRetired(version)) {
                broken.add("deleted " + version + ", which is there or not retired");
            }
        }
        return broken;
    }

    /** Changes that somebody was told of. */
    public int activations() {
        return acknowledged.activated().size();
    }

    public int deletions() {
        return acknowledged.deleted().size();
    }

    /** Whoever was told that others were first all the time, instead of what to do. */
    public long givenUp() {
        return acknowledged.refused().stream()
                .filter(why -> why.contains("kept changing"))
                .count();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + acknowledged.published().size() + " published, " + activations() + " of "
                + order.all().size() + " activations acknowledged, " + deletions() + " deleted, "
                + acknowledged.refused().size() + " refused (" + givenUp() + " gave up), " + looks + " looks";
    }
}
