package pose.cpm.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through the stages: what those that ran hand on to the next. Which of them learn from it is up to
 * who runs them: a gradient reaches back only as far as it was being collected.
 *
 * @param image N×3×H×W
 * @param centre N×1×M×M, where the network is told its subject's place
 * @param features stage 1's image features, once they are there
 * @param context x', the later stages' image features, once they are there
 * @param beliefs the belief maps of the stages that ran, in order, N×{@link Architecture#maps}×the grid each
 */
public record HandedOn(
        NDArray image,
        @Nullable NDArray centre,
        @Nullable NDArray features,
        @Nullable NDArray context,
        NDList beliefs) {

    /** How many stages ran. */
    public int stages() {
        return beliefs.size();
    }
}
