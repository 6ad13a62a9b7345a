package pose.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.UserMistake;
import pose.channel.Channel;
import pose.channel.ChannelException;
import pose.channel.Channels;
import pose.channel.Expectation;
import pose.channel.StoredChannels;
import pose.cpm.BadWeightsException;
import pose.cpm.VersionId;
import pose.schema.ActivationKind;
import pose.store.StoreException;
import pose.store.WeightsStore;

/** Whether and where a trained version is announced. What cannot be announced is not lost: it is in its store. */
final class AnnouncementOptions {

    @Option(
            names = "--publish",
            description = "Make a channel point to the new version, once it is in the experiment's store.")
    private boolean publish;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "Which channel of the experiment's model (default: " + Channel.CANDIDATE + ").")
    private @Nullable String channel;

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Mixin
    private SignatureOptions signature = new SignatureOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    /** Refuses what makes no sense, before hours are spent. */
    void check(CommandSpec spec) {
        var unused = trial.trialOn(name(), spec);
        if (!publish && (channel != null || trial.trial(spec).isPresent())) {
            throw new ParameterException(
                    spec.commandLine(), "--channel and a trial's options say how to announce; they need --publish");
        }
    }

    /**
     * Looks whether it could be announced now. Where it could not, that is told, and may be put right until the end.
     *
     * @throws ParameterException where it never can be
     */
    void prepare(String model, CommandSpec spec) {
        if (!publish) {
            return;
        }
        Channel announced = channel(model);
        if (model.equals(Channel.LOCATOR) && announced.name().equals(Channel.CANDIDATE)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--publish: no locator is tried beside another; give --channel " + Channel.STABLE);
        }
        try (Channels channels = ChannelClients.connect(kafka, spec)) {
            channels.read();
        } catch (UserMistake | ChannelException e) {
            spec.commandLine()
                    .getErr()
                    .println("as things are the result could not be announced on " + announced
                            + "; training goes on, and it is tried at the end: " + e.getMessage());
        }
    }

    /**
     * Makes the channel point to it, where that was asked for.
     *
     * @throws UserMistake where that fails, saying how to do so later
     */
    void announce(VersionId version, String address, CommandSpec spec) {
        if (!publish) {
            return;
        }
        Channel announced = channel(version.name());
        try (WeightsStore store = WeightsStore.at(address);
                Channels channels = ChannelClients.connect(kafka, spec)) {
            new StoredChannels(channels, store)
                    .activate(
                            announced,
                            version,
                            ActivationKind.ANNOUNCED,
                            signature.signature(),
                            trial.trialOn(announced.name(), spec),
                            Expectation.ANY);
            spec.commandLine().getErr().println(announced + " points to " + version);
        } catch (UserMistake | ChannelException | StoreException | BadWeightsException e) {
            throw new UserMistake(
                    version + " is in " + address + ", but not announced on " + announced + ": " + e.getMessage()
                            + "; 'pose weights promote " + version + " --channel " + announced.name()
                            + " --weights-store " + address + "' does so",
                    e);
        }
    }

    private Channel channel(String model) {
        return ChannelOption.of(model, name());
    }

    private String name() {
        return channel == null ? Channel.CANDIDATE : channel;
    }
}
