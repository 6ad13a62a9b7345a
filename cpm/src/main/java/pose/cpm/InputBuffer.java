package pose.cpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import pose.cpm.network.Architecture;

/**
 * Room for a batch's crops where an engine reads them: one direct buffer, which grows to the largest batch seen. One a
 * batch would be freed only by a garbage collection.
 */
final class InputBuffer {

    private FloatBuffer buffer = FloatBuffer.allocate(0);

    /** The room for these many people, from the start; gone over by whoever asks for more. */
    FloatBuffer of(Architecture architecture, int people) {
        int values = CropBatch.values(architecture, people);
        if (buffer.capacity() < values) {
            buffer = ByteBuffer.allocateDirect(Math.multiplyExact(values, Float.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }
        return buffer.clear().limit(values);
    }
}
