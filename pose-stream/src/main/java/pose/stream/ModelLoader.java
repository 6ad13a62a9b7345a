package pose.stream;

import java.util.List;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;

/**
 * How versions are loaded.
 *
 * @param locator where people are in a picture
 * @param engine what runs the network
 * @param devices at least one; each runs batches of its own
 */
public record ModelLoader(PersonLocator locator, EngineName engine, List<ComputeDevice> devices) {

    public ModelLoader {
        devices = List.copyOf(devices);
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("devices is empty; it must name at least one");
        }
    }

    /**
     * Loads a version.
     *
     * @throws BadWeightsException where the weights do not fit their manifest
     * @throws IllegalArgumentException where the engine or a device is not there
     */
    public LoadedModel load(WeightsVersion version) throws BadWeightsException {
        return new LoadedModel(CpmModel.load(version, engine, devices), locator);
    }
}
