package pose.trainer;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Iterator;
import pose.cpm.network.Architecture;
import pose.cpm.network.ConvolutionalPoseMachine;

/**
 * A running mean of the weights over the last steps (Polyak and Juditsky, 1992; as an exponential mean): steadier than
 * the weights of any one step, and what is judged and published. Early on the mean is short, so that the starting values
 * are soon forgotten.
 */
final class WeightAverage {

    private final ConvolutionalPoseMachine network;
    private final double decay;

    /** @param decay share of the mean that a step keeps, 0 (no averaging) to less than 1 */
    WeightAverage(Architecture architecture, double decay) {
        this.network = new ConvolutionalPoseMachine(architecture);
        this.decay = decay;
    }

    /** Begins at these weights. */
    void begin(ConvolutionalPoseMachine at, NDManager manager) {
        network.initialize(manager);
        mix(at, 0);
    }

    /** Takes in the weights after step {@code number}, from 1. */
    void add(ConvolutionalPoseMachine learning, int number) {
        mix(learning, Math.min(decay, (1.0 + number) / (10 + number)));
    }

    private void mix(ConvolutionalPoseMachine other, double keep) {
        Iterator<Parameter> from = other.getParameters().values().iterator();
        for (Parameter parameter : network.getParameters().values()) {
            try (NDArray share = from.next().getArray().mul((float) (1 - keep))) {
                parameter.getArray().muli((float) keep).addi(share);
            }
        }
    }

    ConvolutionalPoseMachine network() {
        return network;
    }

    void save(DataOutputStream out) throws IOException {
        network.saveParameters(out);
    }

    void load(NDManager manager, DataInputStream in) throws IOException, MalformedModelException {
        network.load(manager, in);
    }
}
