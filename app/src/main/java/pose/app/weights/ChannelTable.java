package pose.app.weights;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import pose.app.console.TextTable;
import pose.channel.Active;
import pose.schema.Trial;

/** What channels point to, as a terminal shows it. */
public final class ChannelTable {

    private ChannelTable() {}

    /** One line a channel, below its heads. */
    public static String of(Collection<Active> channels) {
        TextTable table = TextTable.ofWords("channel", "version", "since", "before", "trial", "by", "why");
        for (Active active : channels) {
            Trial trial = active.record().getTrial();
            table.row(
                    active.channel().toString(),
                    active.record().getVersion(),
                    active.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                    active.record().getHistory().stream().findFirst().orElse("-"),
                    trial == null ? "-" : TrialWords.of(trial),
                    active.record().getBy(),
                    active.record().getWhy());
        }
        return table.toString();
    }
}
