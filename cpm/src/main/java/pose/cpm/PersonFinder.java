package pose.cpm;

import java.util.List;
import pose.cpm.network.Task;

/**
 * Whole pictures in, the people in them out, on one device or several: the locator's side of {@link PoseEstimator}. As many threads at a
 * time as there are devices; a further caller waits.
 *
 * <p>An input buffer, once made, is kept for the next batch until {@link #close}.
 */
public final class PersonFinder implements AutoCloseable {

    private final WeightsVersion weights;
    private final LoadedNetworks networks;
    private final LocatorScores scores;

    private PersonFinder(WeightsVersion weights, LoadedNetworks networks) {
        this.weights = weights;
        this.networks = networks;
        scores = weights.manifest().locatorScores();
    }

    /** Loads a locator onto the fastest engine present, on the CPU. */
    public static PersonFinder load(WeightsVersion weights) throws BadWeightsException {
        return load(weights, EngineName.AUTO, List.of(ComputeDevice.CPU));
    }

    /**
     * Loads a locator onto each of these devices, at least one; failures as {@link Network#load}.
     *
     * @throws BadWeightsException also where the version estimates poses
     */
    public static PersonFinder load(WeightsVersion weights, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        return new PersonFinder(weights, LoadedNetworks.load(weights, Task.LOCATOR, engine, devices));
    }

    public WeightsVersion weights() {
        return weights;
    }

    /** From which score on whoever it finds is somebody; others are faint. */
    public LocatorScores scores() {
        return scores;
    }

    /** How many batches can be looked at at the same time: one a device. */
    public int devices() {
        return networks.devices();
    }

    /**
     * Begins a batch.
     *
     * @param room for how many pictures the batch's buffer is made, at least 1; more may come
     */
    public PictureBatch begin(int room) {
        return new PictureBatch(networks, scores.faint(), room);
    }

    /**
     * Finds the people in pictures of whatever sizes.
     *
     * @param most people in a picture: those with the highest scores
     * @return the people in each picture, faint ones too, the highest score first, in source pixels
     */
    public List<List<Sighting>> find(List<Picture> pictures, int most) {
        if (pictures.isEmpty()) {
            return List.of();
        }
        try (PictureBatch batch = begin(pictures.size())) {
            pictures.forEach(picture -> batch.add().write(picture));
            return batch.find(most);
        }
    }

    /**
     * Looks at a grey picture of its own: whether the engine still works is seen by whether this returns. Whatever it
     * throws is the engine's.
     */
    public void probe() {
        InputBuffer input = new InputBuffer();
        float[] unused = networks.maps(input.of(networks.architecture(), 1), 1);
    }

    /** Frees the devices once nobody uses them any more. */
    @Override
    public void close() {
        networks.close();
    }
}
