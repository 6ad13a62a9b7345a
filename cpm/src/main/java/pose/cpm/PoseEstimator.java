package pose.cpm;

import java.nio.FloatBuffer;
import java.util.List;
import pose.skeleton.Pose;

/**
 * A batch of people in, their poses in source pixels out. One thread at a time: a second caller waits.
 *
 * <p>One input buffer, which grows to the largest batch seen, stays beside the network until {@link #close}.
 */
public final class PoseEstimator implements AutoCloseable {

    private final WeightsVersion weights;
    private final Network network;
    private final InputBuffer input = new InputBuffer();

    private PoseEstimator(WeightsVersion weights, Network network) {
        this.weights = weights;
        this.network = network;
    }

    /** Loads a version onto the fastest engine present, on the CPU. */
    public static PoseEstimator load(WeightsVersion weights) throws BadWeightsException {
        return load(weights, EngineName.AUTO);
    }

    /** Loads a version; failures as {@link Network#load}. */
    public static PoseEstimator load(WeightsVersion weights, EngineName engine) throws BadWeightsException {
        return new PoseEstimator(weights, Network.load(weights, engine));
    }

    public WeightsVersion weights() {
        return weights;
    }

    /**
     * Estimates people, each in its own picture and box.
     *
     * @return a pose each, in the batch's order; every part of the skeleton is there
     */
    public synchronized List<Pose> estimate(List<Subject> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        CropBatch crops = new CropBatch(network.architecture(), batch);
        FloatBuffer pictures = input.of(network.architecture(), batch.size());
        crops.write(pictures);
        List<float[]> beliefs = network.beliefs(pictures.flip(), batch.size());
        return crops.decode(beliefs.get(beliefs.size() - 1));
    }

    @Override
    public synchronized void close() {
        network.close();
    }
}
