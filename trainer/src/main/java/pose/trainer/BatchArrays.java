package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;

/** Hands batches over to the engine. One batch at a time: the arrays last until the next. */
final class BatchArrays {

    private final Architecture architecture;
    private final Staging pictures = new Staging();
    private final Staging centre = new Staging();
    private final Staging[] maps = {new Staging(), new Staging(), new Staging(), new Staging()};

    BatchArrays(Architecture architecture) {
        this.architecture = architecture;
    }

    /** What goes into the network: N×3×H×W, and where it wants a centre map N×1×M×M. */
    NDList inputs(NDManager scope, float[] values, int size, Size input) {
        NDList inputs = new NDList(pictures.array(scope, values, new Shape(size, 3, input.height(), input.width())));
        if (architecture.hasCentreMap()) {
            inputs.add(centre(scope, size, input.width()));
        }
        return inputs;
    }

    /** The subject is in the middle of each picture. */
    private NDArray centre(NDManager scope, int size, int inputSize) {
        int map = inputSize / architecture.stride();
        float[] values = new BeliefMapCodec(map, architecture.stride(), architecture.sigma()).centreMap();
        return centre.array(scope, values, new Shape(1, 1, map, map)).broadcast(new Shape(size, 1, map, map));
    }

    /** What the maps of one stage should be, and how much each value counts, N×{@link Architecture#maps}×the grid both. */
    record Target(NDArray ideal, NDArray weight) {}

    /** Stage 1's target and that of all later stages; the same where nobody else is near. */
    @SuppressWarnings("ReferenceEquality")
    Target[] targets(NDManager scope, Batch batch) {
        Target later = target(scope, batch, batch.subject(), 0);
        return new Target[] {
            batch.everyone() == batch.subject() ? later : target(scope, batch, batch.everyone(), 2), later
        };
    }

    private Target target(NDManager scope, Batch batch, Goal maps, int staging) {
        Size grid = architecture.withInput(batch.input()).grid();
        Shape shape = new Shape(batch.size(), architecture.maps(), grid.height(), grid.width());
        return new Target(
                this.maps[staging].array(scope, maps.ideal(), shape),
                this.maps[staging + 1].array(scope, maps.weight(), shape));
    }
}
