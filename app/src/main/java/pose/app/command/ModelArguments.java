package pose.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;
import pose.cpm.Network;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.stream.LiveModel;

/** Which weights look at the frames, and what runs them. */
final class ModelArguments {

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description = "A weights version: its folder, or its name in --weights-store "
                    + "(default: the version that comes with pose).")
    private @Nullable String weights;

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            converter = Engine.class,
            description =
                    "What runs the network: auto (the fastest present), onnxruntime, mxnet or pytorch (default: ${DEFAULT-VALUE}).")
    private EngineName engine = EngineName.AUTO;

    /** As if {@code --weights} had named this version, and nothing else were given. */
    static ModelArguments naming(String weights) {
        ModelArguments arguments = new ModelArguments();
        arguments.weights = weights;
        return arguments;
    }

    /**
     * Loads the weights.
     *
     * @throws UserMistake where they are not there, are damaged, or the engine is not there
     */
    LiveModel load() {
        return load(new DeviceOptions());
    }

    /** As {@link #load()}, onto these devices. */
    LiveModel load(DeviceOptions devices) {
        try {
            return LiveModel.load(open(), PersonLocator.WHOLE_IMAGE, engine, devices.devices(), devices.preparers());
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    /** As {@link #load()}, what is loaded only read and checked. */
    WeightsVersion openWeights() {
        try {
            return open();
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        }
    }

    /** Loads these weights onto the engine asked for, see {@link #load()}. */
    Network loadNetwork(WeightsVersion version) {
        try {
            return Network.load(version, engine);
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private WeightsVersion open() throws BadWeightsException {
        return store.open("--weights", weights);
    }

    /** An engine's name, in any case. */
    static final class Engine implements ITypeConverter<EngineName> {
        @Override
        public EngineName convert(String text) {
            try {
                return EngineName.named(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
