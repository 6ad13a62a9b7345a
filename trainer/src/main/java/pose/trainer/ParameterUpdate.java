package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import pose.cpm.network.ConvolutionalPoseMachine;

/**
 * What follows a backward pass: the gradients are shown to whoever looks, shortened, and turned into steps. In place of
 * DJL's trainer, which copies every gradient, keeps handles to them on PyTorch, and goes through a key-value store on
 * MXNet.
 */
public final class ParameterUpdate {

    private final Map<String, Parameter> learning = new LinkedHashMap<>();
    private final Optimiser optimiser;
    private final double clip;

    /**
     * @param parameters by names that are the same in the next process; those that want no gradient are left alone
     * @param clip longest gradient, all parameters' as one vector; 0: any length
     */
    public ParameterUpdate(Map<String, Parameter> parameters, Optimiser optimiser, double clip) {
        parameters.forEach((name, parameter) -> {
            if (parameter.requiresGradient()) {
                learning.put(name, parameter);
            }
        });
        this.optimiser = optimiser;
        this.clip = clip;
    }

    /**
     * Takes one step, and leaves the gradients at 0.
     *
     * @param scope owns what is needed on the way
     * @param number of the step, from 1
     */
    public void apply(NDManager scope, int number, float rate, GradientObserver observer) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        learning.forEach((name, parameter) -> {
            NDArray gradient = parameter.getArray().getGradient();
            gradient.attach(scope);
            gradients.put(name, gradient);
        });
        if (observer.isLooking()) {
            observer.gradients(values(gradients));
        }
        if (clip > 0) {
            shorten(gradients);
        }
        learning.forEach((name, parameter) -> {
            NDArray gradient = Objects.requireNonNull(gradients.get(name));
            optimiser.update(name, parameter.getArray(), gradient, number, rate);
            // PyTorch adds to the gradients there are; MXNet writes over them.
            gradient.muli(0);
        });
    }

    private void shorten(Map<String, NDArray> gradients) {
        NDList squares = new NDList();
        gradients.values().forEach(gradient -> {
            try (NDArray squared = gradient.mul(gradient)) {
                squares.add(squared.sum());
            }
        });
        double length =
                Math.sqrt(squares.stream().mapToDouble(NDArray::getFloat).sum());
        if (length > clip) {
            gradients.values().forEach(gradient -> gradient.muli(clip / length));
        }
    }

    private static Map<String, float[]> values(Map<String, NDArray> gradients) {
        Map<String, float[]> values = new LinkedHashMap<>();
        gradients.forEach(
                (name, gradient) -> values.put(ConvolutionalPoseMachine.readable(name), gradient.toFloatArray()));
        return values;
    }
}
