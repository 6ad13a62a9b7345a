package pose.cpm;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import pose.cpm.network.Architecture;
import pose.cpm.network.Task;

/**
 * One version's network on each of some devices, and the buffers that stand in front of them. As many threads at a time as there
 * are devices; a further caller waits.
 */
final class LoadedNetworks implements AutoCloseable {

    private final List<Network> networks;
    private final BlockingQueue<Network> idle;
    private final ConcurrentLinkedDeque<InputBuffer> spare = new ConcurrentLinkedDeque<>();

    private LoadedNetworks(List<Network> networks) {
        this.networks = List.copyOf(networks);
        idle = new ArrayBlockingQueue<>(networks.size(), true, networks);
    }

    /**
     * Loads a version onto each of these devices, at least one; failures as {@link Network#load}.
     *
     * @throws BadWeightsException also where the version is for another task
     */
    static LoadedNetworks load(WeightsVersion weights, Task wanted, EngineName engine, List<ComputeDevice> devices)
            throws BadWeightsException {
        Task task = weights.manifest().architecture().toArchitecture().task();
        if (task != wanted) {
            throw new BadWeightsException(
                    weights + " " + task.deed() + "; allowed here: a version that " + wanted.deed());
        }
        EngineName chosen = ComputeDevice.engineFor(engine, devices);
        List<Network> networks = new ArrayList<>();
        try {
            for (ComputeDevice device : devices) {
                networks.add(Network.load(weights, chosen, device));
            }
            return new LoadedNetworks(networks);
        } catch (BadWeightsException | RuntimeException e) {
            networks.forEach(Network::close);
            throw e;
        }
    }

    Architecture architecture() {
        return networks.get(0).architecture();
    }

    /** How many batches can be on their way at the same time. */
    int devices() {
        return networks.size();
    }

    /**
     * Runs the network on a device that is free.
     *
     * @param pictures as {@link Network#beliefs} wants them
     * @return the last stage's maps
     */
    float[] maps(FloatBuffer pictures, int count) {
        Network network = take();
        try {
            List<float[]> stages = network.beliefs(pictures, count);
            return stages.get(stages.size() - 1);
        } finally {
            idle.add(network);
        }
    }

    private Network take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a device", e);
        }
    }

    /** A buffer that nobody uses; once made, it is kept for the next until {@link #close}. */
    InputBuffer borrow() {
        InputBuffer input = spare.poll();
        return input == null ? new InputBuffer() : input;
    }

    void giveBack(InputBuffer input) {
        spare.push(input);
    }

    /** Frees the devices once nobody uses them any more. */
    @Override
    public void close() {
        for (int i = 0; i < networks.size(); i++) {
            take().close();
        }
        spare.clear();
    }
}
