package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import pose.cpm.network.Architecture;
import pose.skeleton.Box;
import pose.skeleton.Pose;

/**
 * A batch of people in, their poses in source pixels out, on one device or several. As many threads at a time as there
 * are devices; a further caller waits.
 *
 * <p>An input buffer, once made, is kept for the next batch until {@link #close}.
 */
public final class PoseEstimator implements AutoCloseable {

    private final WeightsVersion weights;
    private final Architecture architecture;
    private final List<Network> networks;
    private final BlockingQueue<Network> idle;
    private final ConcurrentLinkedDeque<InputBuffer> spare = new ConcurrentLinkedDeque<>();

    private PoseEstimator(WeightsVersion weights, List<Network> networks) {
        this.weights = weights;
        this.networks = List.copyOf(networks);
        this.architecture = networks.get(0).architecture();
        this.idle = new ArrayBlockingQueue<>(networks.size(), true, networks);
    }

    /** Loads a version onto the fastest engine present, on the CPU. */
    public static PoseEstimator load(WeightsVersion weights) throws BadWeightsException {
        return load(weights, EngineName.AUTO);
    }

    /** Loads a version onto the CPU; failures as {@link Network#load}. */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine) throws BadWeightsException {
        return load(weights, engine, List.of(ComputeDevice.CPU));
    }

    /** Loads a version onto each of these devices, at least one; failures as {@link Network#load}. */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        EngineName chosen = ComputeDevice.engineFor(engine, devices);
        List<Network> networks = new ArrayList<>();
        try {
            for (ComputeDevice device : devices) {
                networks.add(Network.load(weights, chosen, device));
            }
            return new PoseEstimator(weights, networks);
        } catch (BadWeightsException | RuntimeException e) {
            networks.forEach(Network::close);
            throw e;
        }
    }

    public WeightsVersion weights() {
        return weights;
    }

    /** How many batches can be estimated at the same time: one a device. */
    public int devices() {
        return networks.size();
    }

    /**
     * Begins a batch.
     *
     * @param room for how many people the batch's buffer is made, at least 1; more may come
     */
    public PeopleBatch begin(int room) {
        InputBuffer input = spare.poll();
        return new PeopleBatch(this, architecture, input == null ? new InputBuffer() : input, room);
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
        InputBuffer input = spare.poll();
        input = input == null ? new InputBuffer() : input;
        try {
            CropBatch crops = new CropBatch(architecture, batch);
            FloatBuffer pictures = input.of(architecture, batch.size());
            crops.write(pictures);
            return estimate(crops, pictures.flip());
        } finally {
            giveBack(input);
        }
    }

    /**
     * Looks at a grey picture of its own: whether the engine still works is seen by whether this returns. Whatever it
     * throws is the engine's.
     */
    public void probe() {
        InputBuffer input = new InputBuffer();
        CropBatch nobody = CropBatch.around(architecture, List.of(new Box(0, 0, 1, 1)));
        List<Pose> unused = estimate(nobody, input.of(architecture, 1));
    }

    List<Pose> estimate(CropBatch crops, FloatBuffer pictures) {
        Network network = take();
        try {
            List<float[]> beliefs = network.beliefs(pictures, crops.size());
            return crops.decode(beliefs.get(beliefs.size() - 1));
        } finally {
            idle.add(network);
        }
    }

    private Network take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a device", e);
        }
    }

    void giveBack(InputBuffer input) {
        spare.push(input);
    }

    /** Frees the devices once nobody uses them any more. */
    @Override
    public void close() {
        for (int i = 0; i < networks.size(); i++) {
            take().close();
        }
        spare.clear();
    }
}
