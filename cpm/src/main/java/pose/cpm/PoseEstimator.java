package pose.cpm;

import java.nio.FloatBuffer;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.Task;
import pose.skeleton.Pose;

/**
 * A batch of people in, their poses in source pixels out, on one device or several. As many threads at a time as there
 * are devices; a further caller waits.
 *
 * <p>An input buffer, once made, is kept for the next batch until {@link #close}.
 */
public final class PoseEstimator implements AutoCloseable {

    private final WeightsVersion weights;
    private final LoadedNetworks networks;

    private PoseEstimator(WeightsVersion weights, LoadedNetworks networks) {
        this.weights = weights;
        this.networks = networks;
    }

    /** Loads a version onto the fastest engine present, on the CPU. */
    public static PoseEstimator load(WeightsVersion weights) throws BadWeightsException {
        return load(weights, EngineName.AUTO);
    }

    /** Loads a version onto the CPU; failures as {@link Network#load}. */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine) throws BadWeightsException {
        return load(weights, engine, List.of(ComputeDevice.CPU));
    }

    /**
     * Loads a version onto each of these devices, at least one; failures as {@link Network#load}.
     *
     * @throws BadWeightsException also where the version is a locator
     */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        return new PoseEstimator(weights, LoadedNetworks.load(weights, Task.POSE, engine, devices));
    }

    public WeightsVersion weights() {
        return weights;
    }

    /** How many batches can be estimated at the same time: one a device. */
    public int devices() {
        return networks.devices();
    }

    /**
     * Begins a batch.
     *
     * @param room for how many people the batch's buffer is made, at least 1; more may come
     */
    public PeopleBatch begin(int room) {
        return new PeopleBatch(networks, room);
    }

    /**
     * Estimates people, each in its own picture and box.
     *
     * @return a pose each, in the batch's order; every part of the skeleton is there
     */
    public List<Pose> estimate(List<Subject> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Architecture architecture = networks.architecture();
        InputBuffer input = networks.borrow();
        try {
            CropBatch crops = new CropBatch(architecture, batch);
            FloatBuffer pictures = input.of(architecture, batch.size());
            crops.write(pictures);
            return crops.decode(networks.maps(pictures.flip(), batch.size()));
        } finally {
            networks.giveBack(input);
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
