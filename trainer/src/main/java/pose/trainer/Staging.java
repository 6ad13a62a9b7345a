package pose.trainer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Native memory through which values get to an engine, used again at every step: what DJL would make for each array is
 * only freed by a garbage collection, hundreds of megabytes later.
 */
final class Staging {

    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /** The values as an array, which may be this memory itself: it lasts until the next call. */
    NDArray array(NDManager scope, float[] values, Shape shape) {
        int bytes = Math.multiplyExact(values.length, Float.BYTES);
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        memory.clear().limit(bytes);
        memory.asFloatBuffer().put(values);
        return scope.create(memory, shape, DataType.FLOAT32);
    }
}
