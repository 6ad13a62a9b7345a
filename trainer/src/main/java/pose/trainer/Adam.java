package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.ParameterList;
import ai.djl.training.optimizer.Optimizer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Adam (Kingma and Ba, ICLR 2015) with decoupled weight decay (Loshchilov and Hutter, ICLR 2019). DJL's own keeps its
 * moments to itself; a run that resumes needs them in its checkpoint.
 */
public final class Adam extends Optimizer {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    /** First and second moment of one parameter's gradient. */
    private record Moments(NDArray mean, NDArray square) {}

    private final NDManager manager;
    private final float decay;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Moments> moments = new TreeMap<>();
    private float learningRate;
    private int steps;

    /**
     * @param manager owns the moments
     * @param parameters what is optimised; their names, unlike their ids, are the same in the next process
     * @param decay weight decay a step, as a share of the learning rate
     */
    public Adam(NDManager manager, ParameterList parameters, float decay) {
        super(new Builder());
        this.manager = manager;
        parameters.forEach(p -> names.put(p.getValue().getId(), p.getKey()));
        this.decay = decay;
    }

    private static final class Builder extends OptimizerBuilder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }

    /** Begins step {@code number}, from 1, at this learning rate. */
    public void begin(int number, float rate) {
        steps = number;
        learningRate = rate;
    }

    @Override
    public void update(String id, NDArray weight, NDArray gradient) {
        Moments m = moments.computeIfAbsent(
                Objects.requireNonNull(names.get(id)), key -> new Moments(zeros(weight), zeros(weight)));
        double correction1 = 1 - Math.pow(BETA1, steps);
        double correction2 = 1 - Math.pow(BETA2, steps);
        try (NDManager scope = manager.newSubManager()) {
            NDArray scaled = gradient.mul(1 - BETA1);
            scaled.attach(scope);
            m.mean().muli(BETA1).addi(scaled);
            NDArray squared = gradient.mul(gradient);
            squared.attach(scope);
            m.square().muli(BETA2).addi(squared.muli(1 - BETA2));
            NDArray root = m.square().div(correction2);
            root.attach(scope);
            NDArray denominator = root.sqrt();
            denominator.attach(scope);
            NDArray step = m.mean().mul(learningRate / correction1);
            step.attach(scope);
            step.divi(denominator.addi(EPSILON));
            boolean isKernel = weight.getShape().dimension() > 1;
            if (decay > 0 && isKernel) {
                weight.muli(1 - learningRate * decay);
            }
            weight.subi(step);
        }
    }

    private NDArray zeros(NDArray like) {
        NDArray zeros = manager.zeros(like.getShape());
        zeros.setRequiresGradient(false);
        return zeros;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(moments.size());
        for (Map.Entry<String, Moments> entry : moments.entrySet()) {
            out.writeUTF(entry.getKey());
            write(out, entry.getValue().mean().encode());
            write(out, entry.getValue().square().encode());
        }
    }

    void load(DataInputStream in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String id = in.readUTF();
            NDArray mean = NDArray.decode(manager, in.readNBytes(in.readInt()));
            NDArray square = NDArray.decode(manager, in.readNBytes(in.readInt()));
            moments.put(id, new Moments(mean, square));
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
