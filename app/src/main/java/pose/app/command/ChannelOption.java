package pose.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.channel.Channel;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;

/** Which channel of which model. */
final class ChannelOption {

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            defaultValue = Channel.STABLE,
            description = "The channel: small letters, digits and dashes (default: ${DEFAULT-VALUE}).")
    private String name = Channel.STABLE;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model whose channel it is (default: that of the version that comes with pose).")
    private @Nullable String model;

    Channel channel() throws BadWeightsException {
        return of(model == null ? BundledWeights.open().name() : model, name);
    }

    /** @throws UserMistake where there can be no such channel */
    static Channel of(String model, String name) {
        try {
            return new Channel(model, name);
        } catch (IllegalArgumentException e) {
            throw new UserMistake("--channel or --model: " + e.getMessage(), e);
        }
    }
}
