package pose.cpm.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import pose.cpm.CropBatch;
import pose.cpm.EngineName;
import pose.cpm.Network;
import pose.cpm.network.Architecture;

/** A network's belief maps of one batch of noise, which lies ready where the engine reads it. */
final class NetworkWork implements BatchWork {

    private static final int SEED = 1;

    private final EngineName engine;
    private final Network network;
    private final int batch;
    private final FloatBuffer pictures;

    /** @param network stays the caller's to close */
    NetworkWork(EngineName engine, Network network, int batch) {
        this.engine = engine;
        this.network = network;
        this.batch = batch;
        pictures = noise(room(network.architecture(), batch));
    }

    /** Where an engine reads a batch's pictures. */
    static FloatBuffer room(Architecture architecture, int batch) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(CropBatch.values(architecture, batch), Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static FloatBuffer noise(FloatBuffer noise) {
        Random random = new Random(SEED);
        while (noise.hasRemaining()) {
            noise.put(random.nextFloat() - 0.5f);
        }
        return noise.flip();
    }

    @Override
    public EngineName engine() {
        return engine;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public String beside() {
        return "";
    }

    @Override
    public void pass() {
        network.beliefs(pictures.duplicate(), batch);
    }
}
