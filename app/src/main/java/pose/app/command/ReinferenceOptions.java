package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
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

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            converter = ModelArguments.Engine.class,
            description =
                    "What runs the network: auto (the fastest present), onnxruntime, mxnet or pytorch (default: ${DEFAULT-VALUE}).")
    private EngineName engine = EngineName.AUTO;

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
    Optional<LiveModel> load() {
        if (weights == null) {
            return Optional.empty();
        }
        try {
            WeightsVersion version = store.open("--weights", weights);
            return Optional.of(LiveModel.load(version, PersonLocator.WHOLE_IMAGE, engine));
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    static final class Batch extends Bounded {
        Batch() {
            super(1, 1024);
        }
    }
}
