package pose.stream;

import java.util.function.IntFunction;
import pose.schema.WeightsRef;

/** Batches in front of models that stay until this is closed and the batches are done. */
final class LeasePin implements ModelPin {

    private final LoadedNetwork network;
    private final Runnable release;
    private final IntFunction<FrameBatch> batches;
    private boolean closed;

    /**
     * @param network in use already
     * @param release gives it back; called once
     * @param batches begins one with so much room
     */
    LeasePin(LoadedNetwork network, Runnable release, IntFunction<FrameBatch> batches) {
        this.network = network;
        this.release = release;
        this.batches = batches;
    }

    @Override
    public synchronized FrameBatch open(int room) {
        if (closed) {
            throw new IllegalStateException("closed: no further batch can be begun");
        }
        return batches.apply(room);
    }

    @Override
    public WeightsRef weights() {
        return network.weights();
    }

    @Override
    public String skeleton() {
        return network.skeleton();
    }

    @Override
    public int devices() {
        return network.devices();
    }

    @Override
    public void probe() {
        network.probe();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release.run();
        }
    }
}
