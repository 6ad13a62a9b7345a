package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns gradients into steps. What it remembers of each parameter goes into checkpoints, under names that, unlike DJL's
 * ids, are the same in the next process.
 */
public abstract sealed class Optimiser permits Adam, Sgd {

    private final NDManager manager;
    private final int memories;
    private final Map<String, List<NDArray>> memory = new TreeMap<>();

    /**
     * @param manager owns what is remembered
     * @param memories arrays of a parameter's size that are remembered of it
     */
    Optimiser(NDManager manager, int memories) {
        this.manager = manager;
        this.memories = memories;
    }

    static Optimiser of(OptimiserName name, NDManager manager, Experiment experiment) {
        float decay = (float) experiment.weightDecay();
        return switch (name) {
            case ADAM -> new Adam(manager, decay);
            case SGD -> new Sgd(manager, (float) experiment.momentum(), decay);
        };
    }

    /**
     * Changes one parameter.
     *
     * @param name the same in every process
     * @param gradient is spoilt: it may be used for intermediate results, which belong to its manager
     * @param number of the step in this lesson, from 1
     */
    final void update(String name, NDArray weight, NDArray gradient, int number, float rate) {
        update(weight, gradient, memory.computeIfAbsent(name, key -> nothing(weight)), number, rate);
    }

    /** Intermediate results are closed, or belong to the gradient's manager. */
    abstract void update(NDArray weight, NDArray gradient, List<NDArray> memory, int number, float rate);

    /** Kernels decay; biases and normalisation do not. */
    static boolean decays(NDArray weight) {
        return weight.getShape().dimension() > 1;
    }

    private List<NDArray> nothing(NDArray like) {
        List<NDArray> arrays = new ArrayList<>();
        for (int i = 0; i < memories; i++) {
            NDArray zeros = manager.zeros(like.getShape());
            zeros.setRequiresGradient(false);
            arrays.add(zeros);
        }
        return arrays;
    }

    /** Forgets everything: what comes next is another lesson. */
    final void forget() {
        memory.values().forEach(arrays -> arrays.forEach(NDArray::close));
        memory.clear();
    }

    final void save(DataOutputStream out) throws IOException {
        out.writeInt(memory.size());
        for (Map.Entry<String, List<NDArray>> entry : memory.entrySet()) {
            out.writeUTF(entry.getKey());
            for (NDArray array : entry.getValue()) {
                byte[] bytes = array.encode();
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    final void load(DataInputStream in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            List<NDArray> arrays = new ArrayList<>();
            for (int j = 0; j < memories; j++) {
                arrays.add(NDArray.decode(manager, in.readNBytes(in.readInt())));
            }
            memory.put(name, arrays);
        }
    }
}
