package pose.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions that a channel pointed to before, newest first: what a roll-back goes through. */
final class Histories {

    private static final int LONGEST = 20;

    private Histories() {}

    /**
     * The history of a channel that is about to point to another version.
     *
     * @param now what it points to still; empty for nothing
     */
    static List<String> before(Optional<Active> now, String next) {
        List<String> history = new ArrayList<>();
        now.ifPresent(active -> {
            history.add(active.record().getVersion());
            history.addAll(active.record().getHistory());
        });
        if (!history.isEmpty() && history.get(0).equals(next)) {
            history.remove(0);
        }
        return List.copyOf(history.subList(0, Math.min(LONGEST, history.size())));
    }

    /**
     * The history of a channel that goes back.
     *
     * @throws ChannelException where the target is none of its history
     */
    static List<String> after(Active now, String target) throws ChannelException {
        List<String> history = now.record().getHistory();
        int at = history.indexOf(target);
        if (at < 0) {
            throw new ChannelException(now.channel() + " cannot go back to " + target + "; before "
                    + now.record().getVersion() + " there "
                    + (history.isEmpty() ? "was nothing" : "were " + String.join(", ", history)));
        }
        return List.copyOf(history.subList(at + 1, history.size()));
    }
}
