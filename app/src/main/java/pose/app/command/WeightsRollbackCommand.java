package pose.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.StoredChannels;
import pose.channel.StoredChannels.RolledBack;
import pose.cpm.BadWeightsException;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** {@code pose weights rollback}. */
@Command(
        name = "rollback",
        description = {
            "Makes a channel point to the version before again: streams that follow it swap back.",
            "",
            "A second time goes two versions back, and so on, at most 20. A version that is gone or damaged is passed over. Where two do "
                    + "so at the same time, one is told that the other did."
        },
        footer = {
            "",
            "Examples:",
            "  pose weights rollback --why \"loses wrists at night\"",
            "  pose weights rollback --channel candidate --clear"
        })
final class WeightsRollbackCommand implements Callable<Integer> {

    @Mixin
    private ChannelOption channel = new ChannelOption();

    @Option(
            names = "--clear",
            description =
                    "Make the channel point to nothing instead: nothing is tried then, a running stream keeps what it serves with, and one that starts "
                            + "serves with the version that comes with pose.")
    private boolean clear;

    @Mixin
    private SignatureOptions signature = new SignatureOptions();

    @Mixin
    private WeightsStoreOption stores = new WeightsStoreOption();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ChannelException, StoreException, BadWeightsException {
        Channel changed = channel.channel();
        try (WeightsStore store = stores.store();
                Channels channels = ChannelClients.connect(kafka, spec)) {
            if (clear) {
                channels.remove(changed, signature.signature(), Expectation.ANY);
                spec.commandLine().getOut().println(changed + " points to nothing");
                return ExitCode.DONE;
            }
            RolledBack back = new StoredChannels(channels, store).rollBack(changed, signature.signature());
            back.skipped().forEach(line -> spec.commandLine().getErr().println("passed over: " + line));
            spec.commandLine()
                    .getOut()
                    .println(changed + " points to " + back.to().version() + " again, no longer to "
                            + back.from().version());
        }
        return ExitCode.DONE;
    }
}
