package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.cpm.PersonLocator;
import pose.stream.LiveModel;

/** Which weights version looks at replayed frames, where one does. */
final class ReinferenceOptions {

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description =
                    "Look at the frames with this weights version, here, and write pose events to --to-topic in place of "
                            + "the frames: a version's folder, or its name in --weights-store.")
    private @Nullable String weights;

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "16",
            converter = Batch.class,
            description =
                    "Frames that are looked at together, 1 to 1024: counted off in their order, so that the poses do "
                            + "not depend on timing (default: ${DEFAULT-VALUE}).")
    private int batch;

    boolean wanted() {
        locator.checkKept();
        return weights != null;
    }

    int batch() {
        return batch;
    }

    /**
     * Loads the weights, where there are any.
     *
     * @throws UserMistake where they are not there, are damaged, or the engine is not there
     */
    Optional<LoadedNetworks> load() {
        if (weights == null) {
            return Optional.empty();
        }
        LiveModel poses =
                engine.load(name -> LiveModel.load(store.open("--weights", weights), PersonLocator.WHOLE_IMAGE, name));
        return Optional.of(LoadedNetworks.of(poses, () -> locator.load(store, engine, new DeviceOptions())));
    }

    static final class Batch extends Bounded {
        Batch() {
            super(1, 1024);
        }
    }
}
