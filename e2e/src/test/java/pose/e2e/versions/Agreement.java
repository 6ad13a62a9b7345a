package pose.e2e.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.PinnedVersion;
import pose.cpm.BadWeightsException;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** Whether what channels point to, and can go back to, is in the store and whole. */
final class Agreement {

    private final Channels channels;
    private final WeightsStore store;

    Agreement(Channels channels, WeightsStore store) {
        this.channels = channels;
        this.store = store;
    }

    /** What does not agree now, a line each; both must be readable at any time. */
    List<String> broken() throws ChannelException {
        List<String> broken = new ArrayList<>();
        for (Active active : channels.read().channels().values()) {
            String problem = problem(active);
            if (problem != null && stillPoints(active)) {
                broken.add(active.channel() + " at offset " + active.offset() + ": " + problem);
            }
        }
        return broken;
    }

    /** What was no longer named when it was looked for may be gone. */
    private boolean stillPoints(Active active) throws ChannelException {
        Channel channel = active.channel();
        Optional<Active> now = channels.read().active(channel);
        return now.isPresent() && now.get().offset() == active.offset();
    }

    private @Nullable String problem(Active active) {
        try {
            PinnedVersion found = PinnedVersion.of(store.open(active.version()));
            if (!found.equals(active.pinned())) {
                return "the store has " + found + " in place of " + active.pinned();
            }
            for (String earlier : active.record().getHistory()) {
                if (!store.has(active.channel().version(earlier))) {
                    return "version " + earlier + " of its history is gone";
                }
            }
            return null;
        } catch (StoreException | BadWeightsException e) {
            return e.toString();
        }
    }
}
