package pose.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.GarbageCollection;
import pose.channel.Retention;
import pose.cpm.VersionId;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** {@code pose weights gc}. */
@Command(
        name = "gc",
        description = {
            "Deletes versions that nobody needs, and what publishers that were killed left behind.",
            "",
            "A version stays where a channel points to it or can be rolled back to it, where it is among the newest of its model, or is "
                    + "young. One that is deleted is called retired before: nobody can activate it from then on, also not at this very "
                    + "moment. Prints those that are gone, one a line."
        },
        footer = {"", "Examples:", "  pose weights gc --dry-run", "  pose weights gc --keep 10 --older-than 30d"})
final class WeightsGcCommand implements Callable<Integer> {

    /** A publisher that was silent for so long is no longer at work. */
    private static final Duration GRACE = Duration.ofHours(1);

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "5",
            converter = Kept.class,
            description = "So many of each model's newest stay, 1 to 100000 (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            defaultValue = "7d",
            converter = Age.class,
            description = "Younger ones stay, e.g. 12h or 30d; 0s for none (default: ${DEFAULT-VALUE}).")
    private Duration olderThan = Duration.ZERO;

    @Option(names = "--dry-run", description = "Print what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Mixin
    private SignatureOptions signature = new SignatureOptions();

    @Mixin
    private WeightsStoreOption stores = new WeightsStoreOption();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ChannelException, StoreException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (WeightsStore store = stores.store();
                Channels channels = ChannelClients.connect(kafka, spec)) {
            GarbageCollection garbage = new GarbageCollection(channels, store, Clock.systemUTC(), err::println);
            List<VersionId> planned = garbage.plan(new Retention(keep, olderThan));
            if (dryRun) {
                planned.forEach(out::println);
                err.println("would delete " + planned.size() + " of "
                        + store.versions().size() + " versions");
                return ExitCode.DONE;
            }
            garbage.collect(planned, signature.signature(), out::println);
            int leftovers = store.sweepLeftovers(GRACE);
            if (leftovers > 0) {
                err.println("deleted what was left of " + leftovers + " versions that were never finished");
            }
        }
        return ExitCode.DONE;
    }

    /** How many of the newest stay. */
    static final class Kept extends Bounded {
        Kept() {
            super(1, 100_000);
        }
    }

    /** How old the youngest is that may go. */
    static final class Age extends ShortTime {
        Age() {
            super(Duration.ZERO, Duration.ofDays(3650));
        }
    }
}
