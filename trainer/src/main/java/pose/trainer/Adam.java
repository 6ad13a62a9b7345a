package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** Adam (Kingma and Ba, ICLR 2015) with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). */
public final class Adam extends Optimiser {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    /** The engines' own decay is not the decoupled one. */
    private static final float NO_DECAY = 0;

    private static final float NO_SCALING = 1;
    private static final float NO_CLIPPING = -1;

    private final float decay;

    /** @param decay weight decay a step, as a share of the learning rate */
    public Adam(NDManager manager, float decay) {
        super(manager, 2);
        this.decay = decay;
    }

    @Override
    void update(NDArray weight, NDArray gradient, List<NDArray> memory, int number, float rate) {
        if (decay > 0 && decays(weight)) {
            weight.muli(1 - rate * decay);
        }
        double correction1 = 1 - Math.pow(BETA1, number);
        double correction2 = 1 - Math.pow(BETA2, number);
        float corrected = (float) (rate * Math.sqrt(correction2) / correction1);
        // One call into the engine: on MXNet, a dozen small ones cost a fifth of a step.
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, memory.get(0), memory.get(1)),
                        new NDList(weight),
                        rate,
                        corrected,
                        NO_DECAY,
                        NO_SCALING,
                        NO_CLIPPING,
                        BETA1,
                        BETA2,
                        EPSILON,
                        false,
                        false);
    }
}
