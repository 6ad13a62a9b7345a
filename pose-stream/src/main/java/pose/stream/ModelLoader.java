package pose.stream;

import java.util.List;
import java.util.Optional;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.skeleton.Skeleton;

/**
 * How networks of poses are loaded.
 *
 * @param locator where people are in a picture
 * @param engine what runs the network
 * @param devices at least one; each runs batches of its own
 */
public record ModelLoader(PersonLocator locator, EngineName engine, List<ComputeDevice> devices)
        implements VersionLoading<LoadedModel> {

    public ModelLoader {
        devices = atLeastOne(devices);
    }

    static List<ComputeDevice> atLeastOne(List<ComputeDevice> devices) {
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("devices is empty; it must name at least one");
        }
        return List.copyOf(devices);
    }

    @Override
    public Optional<String> otherKind(WeightsVersion version) {
        return version.skeleton().equals(Skeleton.CENTRE)
                ? Optional.of("it is a locator, which says where people are; poses are wanted here")
                : Optional.empty();
    }

    /**
     * Loads a version.
     *
     * @throws BadWeightsException where the weights do not fit their manifest, or are a locator's
     * @throws IllegalArgumentException where the engine or a device is not there
     */
    @Override
    public LoadedModel load(WeightsVersion version) throws BadWeightsException {
        refuse(version, otherKind(version));
        return new LoadedModel(CpmModel.load(version, engine, devices), locator);
    }

    static void refuse(WeightsVersion version, Optional<String> otherKind) throws BadWeightsException {
        if (otherKind.isPresent()) {
            throw new BadWeightsException(version + ": " + otherKind.get());
        }
    }
}
