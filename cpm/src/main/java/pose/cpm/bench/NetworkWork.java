package pose.cpm.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Random;
import pose.cpm.CropBatch;
import pose.cpm.EngineName;
import pose.cpm.Network;

/** A network's belief maps of one batch of noise, which lies ready where the engine reads it. */
final class NetworkWork implements Work {

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
        pictures = noise(CropBatch.values(network.architecture(), batch));
    }

    private static FloatBuffer noise(int values) {
        FloatBuffer noise = ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
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

    int batch() {
        return batch;
    }

    @Override
    public void pass() {
        network.beliefs(pictures.duplicate(), batch);
    }
}
