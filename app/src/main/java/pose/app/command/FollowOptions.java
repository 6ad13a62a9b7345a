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
import pose.cpm.BundledLocator;
import pose.cpm.BundledWeights;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.store.VersionCache;
import pose.store.WeightsStore;
import pose.stream.LoadedLocator;
import pose.stream.LoadedModel;
import pose.stream.LocatorLoader;
import pose.stream.ModelLoader;
import pose.stream.weights.FollowSettings;
import pose.stream.weights.VersionSource;
import pose.stream.weights.WarmUpRules;

/** Which channels say what a stream serves with. */
final class FollowOptions {

    /** How many versions' copies stay on this machine. */
    private static final int KEPT = 8;

    private static final VersionSource NOTHING = (id, manifestSha256) -> {
        throw new IllegalStateException("nothing is opened where options are checked");
    };

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

    /**
     * Finds wrong usage before anything is waited for.
     *
     * @param kept the version of poses that is kept to, where one was named
     * @param locator whether the locator's channel is followed
     * @throws ParameterException also where an option was given that is of use to neither
     */
    void check(Optional<String> kept, boolean locator) {
        if (kept.isEmpty()) {
            FollowSettings<LoadedModel> unused = poses(
                    NOTHING, new ModelLoader(PersonLocator.WHOLE_IMAGE, EngineName.AUTO, List.of(ComputeDevice.CPU)));
            return;
        }
        String given = given(locator);
        if (!given.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), given + " is of no use with --weights " + kept.get() + ", which is kept");
        }
        WarmUpRules unused = rules();
    }

    private String given(boolean locator) {
        if (model != null) {
            return "--model";
        }
        if (channel != null) {
            return "--channel";
        }
        if (candidate != null) {
            return "--candidate-channel";
        }
        if (locator) {
            return "";
        }
        if (cache != null) {
            return "--weights-cache";
        }
        return slowdown == null ? "" : "--max-slowdown";
    }

    /** The store's versions, of which those that were opened last are kept. */
    VersionSource versions(WeightsStore store, Consumer<String> problems) {
        return new VersionCache(store, cache().resolve("versions"), KEPT, problems)::open;
    }

    private Path cache() {
        return cache == null ? UserFolders.cache("weights") : cache;
    }

    private Path memory() {
        return cache().resolve("last-good");
    }

    /** Which network of poses is followed, and how. */
    FollowSettings<LoadedModel> poses(VersionSource source, ModelLoader loader) {
        WeightsVersion bundled =
                bundled(() -> Optional.of(BundledWeights.open())).orElseThrow();
        Channel serving = channel(bundled, "--channel", channel == null ? Channel.STABLE : channel);
        Channel trying = channel(bundled, "--candidate-channel", candidate == null ? Channel.CANDIDATE : candidate);
        WarmUpRules rules = rules();
        try {
            return new FollowSettings<>(
                    serving, Optional.of(trying), source, loader, rules, Optional.of(bundled), memory());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage())
                    .replaceFirst("^serving and trying are both", "--channel and --candidate-channel are both")
                    .replaceFirst("^serving is", "--channel is")
                    .replace("and trying is", "and --candidate-channel is");
            throw new ParameterException(spec.commandLine(), message, e);
        }
    }

    /** The same of the locator. */
    FollowSettings<LoadedLocator> locator(VersionSource source, LocatorLoader loader) {
        return new FollowSettings<>(
                LocatorOption.STABLE,
                Optional.empty(),
                source,
                loader,
                rules(),
                bundled(BundledLocator::open),
                memory());
    }

    private WarmUpRules rules() {
        WarmUpRules rules = WarmUpRules.usual();
        try {
            return slowdown == null ? rules : rules.withSlowest(slowdown);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replaceFirst("^slowest", "--max-slowdown");
            throw new ParameterException(spec.commandLine(), message, e);
        }
    }

    private Channel channel(WeightsVersion bundled, String option, String name) {
        try {
            return new Channel(model == null ? bundled.name() : model, name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " or --model: " + e.getMessage(), e);
        }
    }

    /** A version that comes with pose. */
    private interface Bundled {
        Optional<WeightsVersion> open() throws BadWeightsException;
    }

    private static Optional<WeightsVersion> bundled(Bundled version) {
        try {
            return version.open();
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        }
    }
}
