package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** Adam (Kingma and Ba, ICLR 2015) with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). */
public final class Adam extends Optimiser {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float decay;

    /** @param decay weight decay a step, as a share of the learning rate */
    public Adam(NDManager manager, float decay) {
        super(manager, 2);
        this.decay = decay;
    }

    @Override
    void update(NDArray weight, NDArray gradient, List<NDArray> memory, int number, float rate) {
        NDArray mean = memory.get(0);
        NDArray square = memory.get(1);
        double correction1 = 1 - Math.pow(BETA1, number);
        double correction2 = 1 - Math.pow(BETA2, number);
        try (NDArray squared = gradient.mul(gradient)) {
            square.muli(BETA2).addi(squared.muli(1 - BETA2));
        }
        mean.muli(BETA1).addi(gradient.muli(1 - BETA1));
        if (decay > 0 && decays(weight)) {
            weight.muli(1 - rate * decay);
        }
        try (NDArray root = square.div(correction2);
                NDArray denominator = root.sqrt();
                NDArray step = mean.mul(rate / correction1)) {
            weight.subi(step.divi(denominator.addi(EPSILON)));
        }
    }
}
