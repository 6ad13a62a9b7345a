package pose.e2e.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pose.channel.Active;
import pose.channel.Channel;
import pose.schema.ActivationKind;

/** Whether each change of a channel was made knowing the one before it. */
final class ChangeOrder {

    private static final int LONGEST_HISTORY = 20;

    private final Map<Channel, Active> latest = new HashMap<>();
    private final Map<Long, Active> all = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    void add(Active change) {
        Active before = latest.put(change.channel(), change);
        all.put(change.offset(), change);
        List<String> expected = expected(before, change);
        if (!change.record().getHistory().equals(expected)) {
            broken.add(change + " after " + before);
        }
    }

    private static List<String> expected(@Nullable Active before, Active change) {
        if (before == null) {
            return List.of();
        }
        List<String> chain = new ArrayList<>(before.record().getHistory());
        if (change.record().getKind() == ActivationKind.ROLLED_BACK) {
            return chain.subList(chain.indexOf(change.record().getVersion()) + 1, chain.size());
        }
        chain.add(0, before.record().getVersion());
        return chain.subList(0, Math.min(LONGEST_HISTORY, chain.size()));
    }

    /** Every change by its offset. */
    Map<Long, Active> all() {
        return all;
    }

    List<String> broken() {
        return broken;
    }
}
