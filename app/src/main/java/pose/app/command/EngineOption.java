package pose.app.command;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.EngineName;

/** What runs the network. */
final class EngineOption {

    /** Loads weights onto an engine. */
    interface Loading<T> {

        T on(EngineName engine) throws BadWeightsException;
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "auto",
            converter = Engine.class,
            description =
                    "What runs the network: auto (the fastest present), onnxruntime, mxnet or pytorch (default: ${DEFAULT-VALUE}).")
    private EngineName engine = EngineName.AUTO;

    /**
     * Loads onto the engine asked for.
     *
     * @throws UserMistake where the weights are damaged, or the engine is not there
     */
    <T> T load(Loading<T> loading) {
        return load("", loading);
    }

    /**
     * As {@link #load(Loading)}; where no other was asked for, onto the engine that was at work before, where that is here.
     *
     * @param before its name; empty where it is not known
     */
    <T> T load(String before, Loading<T> loading) {
        try {
            return loading.on(engine == EngineName.AUTO ? present(before) : engine);
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    private static EngineName present(String name) {
        return Arrays.stream(EngineName.values())
                .filter(known -> known.name().equalsIgnoreCase(name) && known.isPresent())
                .findFirst()
                .orElse(EngineName.AUTO);
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
