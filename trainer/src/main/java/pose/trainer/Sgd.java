package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/**
 * Stochastic gradient descent with momentum, what the paper trains with: the velocity is a running sum of steps along the
 * gradient of loss and weight decay (Caffe's form: the learning rate goes into the velocity).
 */
public final class Sgd extends Optimiser {

    private final float momentum;
    private final float decay;

    /**
     * @param momentum share of the velocity a step keeps, 0 to less than 1
     * @param decay gradient of the weight decay, as a share of the weight
     */
    public Sgd(NDManager manager, float momentum, float decay) {
        super(manager, 1);
        this.momentum = momentum;
        this.decay = decay;
    }

    @Override
    void update(NDArray weight, NDArray gradient, List<NDArray> memory, int number, float rate) {
        NDArray velocity = memory.get(0);
        if (decay > 0 && decays(weight)) {
            try (NDArray pull = weight.mul(decay)) {
                gradient.addi(pull);
            }
        }
        velocity.muli(momentum).addi(gradient.muli(rate));
        weight.subi(velocity);
    }
}
