package pose.app.command;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.UserMistake;
import pose.channel.Channel;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledLocator;
import pose.cpm.WeightsVersion;
import pose.stream.LiveLocator;
import pose.stream.LocatorLoader;

/** What says where people are. */
final class LocatorOption {

    /** Whether people are looked for unless something else is asked for: decided here, and nowhere else. */
    private static final boolean USUALLY_LOCATES = true;

    /** Names the locator that serves. */
    static final Channel STABLE = new Channel(Channel.LOCATOR, Channel.STABLE);

    private static final String WHOLE = "whole";
    private static final String BUNDLED = "bundled";

    private static final String USUAL =
            USUALLY_LOCATES ? Channel.STABLE + " where the channel can be followed, else " + BUNDLED : WHOLE;

    @Option(
            names = "--locator",
            paramLabel = "whole|bundled|stable|DIR|NAME/VERSION",
            description =
                    "What says where people are: whole (nothing: the whole picture is looked at for one person as tall as "
                            + "it), bundled (the locator that comes with pose), a version's folder or its name in --weights-store; or, "
                            + "of 'pose stream' without --weights, stable: the version that channel locator/stable names, now and later "
                            + "(default: " + USUAL + ").")
    private @Nullable String locator;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * Whether the channel's version is wanted, and those that it names later.
     *
     * @param beside whether the poses' version is the channel's, too: a stream that keeps to one keeps to one locator
     */
    boolean follows(boolean beside) {
        return locator == null ? USUALLY_LOCATES && beside : locator.equals(Channel.STABLE);
    }

    /**
     * Loads the version that was asked for; empty where people are not looked for.
     *
     * @param store where it is looked for by name
     * @throws UserMistake where it is not there, is damaged or is no locator, or the engine is not there
     */
    Optional<LiveLocator> load(WeightsStoreOption store, EngineOption engine, DeviceOptions devices) {
        String asked = kept();
        return asked.equals(WHOLE)
                ? Optional.empty()
                : Optional.of(engine.load(name -> LiveLocator.of(
                        new LocatorLoader(name, devices.devices()).load(open(asked, store)), devices.preparers())));
    }

    /** Whether people are looked for at all. */
    boolean isAsked() {
        return locator == null ? USUALLY_LOCATES : !locator.equals(WHOLE);
    }

    private String kept() {
        checkKept();
        return Objects.requireNonNullElse(locator, USUALLY_LOCATES ? BUNDLED : WHOLE);
    }

    /** Finds wrong usage, of a command that follows no channel, before anything is waited for. */
    void checkKept() {
        if (Channel.STABLE.equals(locator)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--locator " + locator + ": only 'pose stream' follows channel " + STABLE
                            + "; give whole, bundled, or a version");
        }
    }

    private static WeightsVersion open(String asked, WeightsStoreOption store) throws BadWeightsException {
        if (!asked.equals(BUNDLED)) {
            return store.open("--locator", asked);
        }
        return BundledLocator.open()
                .orElseThrow(() -> new UserMistake(
                        "--locator bundled: no locator comes with this build of pose; name a version, or give whole"));
    }
}
