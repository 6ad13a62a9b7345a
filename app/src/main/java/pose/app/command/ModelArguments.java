package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.cpm.BadWeightsException;
import pose.cpm.Network;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.store.WeightsStore;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.LocatorLoader;
import pose.stream.ModelLoader;

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

    @Mixin
    private EngineOption engine = new EngineOption();

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
        return engine.load(name ->
                LiveModel.load(open(), PersonLocator.WHOLE_IMAGE, name, devices.devices(), devices.preparers()));
    }

    /** The version that was named, if any. */
    Optional<String> named() {
        return Optional.ofNullable(weights);
    }

    /** How versions are loaded onto these devices. */
    ModelLoader loader(DeviceOptions devices) {
        return engine.load(name -> new ModelLoader(PersonLocator.WHOLE_IMAGE, name, devices.devices()));
    }

    /**
     * Loads the locator beside it, onto the same devices; failures as {@link #load()}.
     *
     * @return empty where people are not looked for
     */
    Optional<LiveLocator> load(LocatorOption locator, DeviceOptions devices) {
        return locator.load(store, engine, devices);
    }

    /** How locators are loaded onto these devices. */
    LocatorLoader locatorLoader(DeviceOptions devices) {
        return engine.load(name -> new LocatorLoader(name, devices.devices()));
    }

    /** The store in which versions are looked for by name. */
    WeightsStore store() {
        return store.store();
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
        return engine.load(name -> Network.load(version, name));
    }

    private WeightsVersion open() throws BadWeightsException {
        return store.open("--weights", weights);
    }
}
