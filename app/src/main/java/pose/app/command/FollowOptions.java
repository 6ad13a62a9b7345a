package pose.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.UserMistake;
import pose.channel.Channel;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.store.VersionCache;
import pose.store.WeightsStore;
import pose.stream.LoadedModel;
import pose.stream.ModelLoader;
import pose.stream.weights.FollowSettings;
import pose.stream.weights.VersionSource;
import pose.stream.weights.WarmUpRules;

/** Which channels say what a stream serves with. */
final class FollowOptions {

    /** How many versions' copies stay on this machine. */
    private static final int KEPT = 8;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model whose channels are followed (default: that of the version that comes with pose).")
    private @Nullable String model;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "The channel whose version serves (default: " + Channel.STABLE + ").")
    private @Nullable String channel;

    @Option(
            names = "--candidate-channel",
            paramLabel = "CHANNEL",
            description = "The channel whose version is tried beside it (default: " + Channel.CANDIDATE + ").")
    private @Nullable String candidate;

    @Option(
            names = "--weights-cache",
            paramLabel = "DIR",
            description = "Folder for copies of the versions that were served with, for a start without the store "
                    + "(default: pose/weights in $XDG_CACHE_HOME, else in ~/.cache).")
    private @Nullable Path cache;

    @Option(
            names = "--max-slowdown",
            paramLabel = "TIMES",
            description = "A version that takes more than so many times as long for a picture as the one at work is "
                    + "refused, above 1 (default: 10).")
    private @Nullable Double slowdown;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** @throws ParameterException where one of these was given although a version was named, which is kept then */
    void refuseBeside(String pinned) {
        String given = given();
        if (!given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), given + " is of no use with --weights " + pinned + ", which is kept");
        }
    }

    private String given() {
        if (model != null) {
            return "--model";
        }
        if (channel != null) {
            return "--channel";
        }
        if (candidate != null) {
            return "--candidate-channel";
        }
        if (cache != null) {
            return "--weights-cache";
        }
        return slowdown == null ? "" : "--max-slowdown";
    }

    /** The channel that serves. */
    Channel serving() {
        return channel("--channel", channel == null ? Channel.STABLE : channel);
    }

    /** The store's versions, of which those that were opened last are kept. */
    VersionSource versions(WeightsStore store, Consumer<String> problems) {
        return new VersionCache(store, cache().resolve("versions"), KEPT, problems)::open;
    }

    private Path cache() {
        return cache == null ? UserFolders.cache("weights") : cache;
    }

    /** Finds wrong usage before anything is waited for. */
    void check() {
        FollowSettings<LoadedModel> unused = settings(
                (id, manifestSha256) -> {
                    throw new IllegalStateException("nothing is opened where options are checked");
                },
                new ModelLoader(PersonLocator.WHOLE_IMAGE, EngineName.AUTO, List.of(ComputeDevice.CPU)));
    }

    /** What is followed, and how. */
    FollowSettings<LoadedModel> settings(VersionSource source, ModelLoader loader) {
        try {
            WarmUpRules rules = WarmUpRules.usual();
            return new FollowSettings<>(
                    serving(),
                    Optional.of(channel("--candidate-channel", candidate == null ? Channel.CANDIDATE : candidate)),
                    source,
                    loader,
                    slowdown == null ? rules : rules.withSlowest(slowdown),
                    Optional.of(bundled()),
                    cache().resolve("last-good"));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage())
                    .replaceFirst("^slowest", "--max-slowdown")
                    .replaceFirst("^serving and trying are both", "--channel and --candidate-channel are both")
                    .replaceFirst("^serving is", "--channel is")
                    .replace("and trying is", "and --candidate-channel is");
            throw new ParameterException(spec.commandLine(), message, e);
        }
    }

    private Channel channel(String option, String name) {
        try {
            return new Channel(model == null ? bundled().name() : model, name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " or --model: " + e.getMessage(), e);
        }
    }

    private static WeightsVersion bundled() {
        try {
            return BundledWeights.open();
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        }
    }
}
