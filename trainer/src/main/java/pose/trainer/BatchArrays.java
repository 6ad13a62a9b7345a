package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;

/** Hands batches over to the engine. One batch at a time: the arrays last until the next. */
final class BatchArrays {

    private final Architecture architecture;
    private final Staging pictures = new Staging();
    private final Staging centre = new Staging();
    private final Staging[] maps = {new Staging(), new Staging(), new Staging(), new Staging()};

    BatchArrays(Architecture architecture) {
        this.architecture = architecture;
    }

    /** N×3×S×S. */
    NDArray pictures(NDManager scope, float[] values, int size, int inputSize) {
        return pictures.array(scope, values, new Shape(size, 3, inputSize, inputSize));
    }

    /** N×1×M×M: the subject is in the middle of each picture. */
    NDArray centre(NDManager scope, int size, int inputSize) {
        int map = inputSize / architecture.stride();
        float[] values = new BeliefMapCodec(map, architecture.stride(), architecture.sigma()).centreMap();
        return centre.array(scope, values, new Shape(1, 1, map, map)).broadcast(new Shape(size, 1, map, map));
    }

    /** What the maps of one stage should be, and how much each value counts, N×(P+1)×M×M both. */
    record Target(NDArray ideal, NDArray weight) {}

    /** Stage 1's target and that of all later stages; the same where nobody else is near. */
    Target[] targets(NDManager scope, Batch batch) {
        Target later = target(scope, batch, batch.subject(), 0);
        return new Target[] {
            batch.everyone() == batch.subject() ? later : target(scope, batch, batch.everyone(), 2), later
        };
    }

    private Target target(NDManager scope, Batch batch, IdealMaps maps, int staging) {
        int map = batch.inputSize() / architecture.stride();
        Shape shape = new Shape(batch.size(), architecture.maps(), map, map);
        return new Target(
                this.maps[staging].array(scope, maps.ideal(), shape),
                this.maps[staging + 1].array(scope, maps.weight(), shape));
    }
}
