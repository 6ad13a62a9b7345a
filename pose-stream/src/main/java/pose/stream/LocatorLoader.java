package pose.stream;

import java.util.List;
import java.util.Optional;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.WeightsVersion;
import pose.skeleton.Skeleton;

/**
 * How locators are loaded.
 *
 * @param engine what runs the network
 * @param devices at least one; each runs batches of its own
 */
public record LocatorLoader(EngineName engine, List<ComputeDevice> devices) implements VersionLoading<LoadedLocator> {

    public LocatorLoader {
        devices = ModelLoader.atLeastOne(devices);
    }

    @Override
    public Optional<String> otherKind(WeightsVersion version) {
        String skeleton = version.skeleton().name();
        return skeleton.equals(Skeleton.CENTRE.name())
                ? Optional.empty()
                : Optional.of("it is no locator: it gives poses of skeleton " + skeleton
                        + "; here is wanted what says where people are");
    }

    /**
     * Loads a version.
     *
     * @throws BadWeightsException where the weights do not fit their manifest, or are no locator's
     * @throws IllegalArgumentException where the engine or a device is not there
     */
    @Override
    public LoadedLocator load(WeightsVersion version) throws BadWeightsException {
        ModelLoader.refuse(version, otherKind(version));
        return new LoadedLocator(CpmFinder.load(version, engine, devices));
    }
}
