package pose.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.channel.Active;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.StoredChannels;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.schema.ActivationKind;
import pose.schema.Trial;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** {@code pose weights promote}. */
@Command(
        name = "promote",
        description = {
            "Makes a channel point to a version: streams that follow it swap to it, without losing a frame.",
            "",
            "The version is read from the store and checked first. Of several who change a channel at the same time, each does so after the "
                    + "other and keeps what the other did in the channel's history; --expect refuses instead. "
                    + "A version on channel 'candidate' is tried beside the one that serves, as the trial's options say."
        },
        footer = {
            "",
            "Examples:",
            "  pose weights promote lite/2026-11-21.4 --why \"2 points better on ankles\"",
            "  pose weights promote lite/2026-11-21.4 --expect 2026-11-21.3",
            "  pose weights promote lite/2026-11-21.4 --channel candidate --shadow 0.1"
        })
final class WeightsPromoteCommand implements Callable<Integer> {

    private static final String NONE = "none";

    @Parameters(paramLabel = "NAME/VERSION", converter = VersionText.class, description = "The version.")
    private VersionId version = new VersionId("none", "none");

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            defaultValue = Channel.STABLE,
            description = "The channel: small letters, digits and dashes (default: ${DEFAULT-VALUE}).")
    private String channel = Channel.STABLE;

    @Option(
            names = "--expect",
            paramLabel = "VERSION",
            description =
                    "Change nothing, where the channel does not point to this version now; 'none' for to nothing.")
    private @Nullable String expected;

    @Mixin
    private TrialOptions trial = new TrialOptions();

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
        Optional<Trial> tried = trial.trialOn(channel, spec);
        Channel changed = ChannelOption.of(version.name(), channel);
        try (WeightsStore store = stores.store();
                Channels channels = ChannelClients.connect(kafka, spec)) {
            Optional<Active> before = channels.read().active(changed);
            Active now = new StoredChannels(channels, store)
                    .activate(changed, version, ActivationKind.PROMOTED, signature.signature(), tried, expectation());
            spec.commandLine().getOut().println(told(before, now));
        }
        return ExitCode.DONE;
    }

    private Expectation expectation() {
        if (expected == null) {
            return Expectation.ANY;
        }
        String name = version.name() + "/";
        return expected.equals(NONE)
                ? Expectation.NOTHING
                : Expectation.version(expected.startsWith(name) ? expected.substring(name.length()) : expected);
    }

    private static String told(Optional<Active> before, Active now) {
        String points = now.channel() + " points to " + now.version();
        if (before.isPresent() && before.get().offset() == now.offset()) {
            return points + ", as it did before";
        }
        return points
                + now.record().getHistory().stream()
                        .findFirst()
                        .map(former -> "; before: " + now.channel().version(former))
                        .orElse("");
    }
}
