package pose.cpm;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import pose.cpm.network.Architecture;

/**
 * What a file of DJL's parameters declares of its arrays, looked at before DJL makes room for them. Each array is the word NDAR, a
 * version, its name where it has one, two words, its shape and layout, its byte order, and its values behind their number of bytes.
 */
final class StoredWeights {

    private static final byte[] BEGINNING = {0, 4, 'N', 'D', 'A', 'R'};
    private static final int NAMED = 2;
    private static final int ORDERED = 3;
    private static final int MOST_AXES = 8;

    private final ByteBuffer file;

    private StoredWeights(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /**
     * Makes sure that a file's arrays are as long as their shapes say and are all there, and that they are as many numbers as the
     * architecture has.
     *
     * @throws IOException saying what is not so
     */
    static void check(byte[] file, Architecture architecture) throws IOException {
        long weights;
        try {
            weights = new StoredWeights(file).values();
        } catch (BufferUnderflowException e) {
            throw new IOException("an array breaks off", e);
        }
        if (!architecture.batchNorm() && weights != architecture.weights()) {
            throw new IOException(weights + " weights; the architecture has " + architecture.weights());
        }
    }

    private long values() throws IOException {
        long values = 0;
        while (seekArray()) {
            values += array();
        }
        return values;
    }

    /** Goes behind the next array's beginning; between arrays there are only words and the shapes of what went in. */
    private boolean seekArray() {
        int matched = 0;
        while (file.hasRemaining() && matched < BEGINNING.length) {
            byte next = file.get();
            // Only a 0 begins one, and there is no other in it.
            matched = next == BEGINNING[matched] ? matched + 1 : next == BEGINNING[0] ? 1 : 0;
        }
        return matched == BEGINNING.length;
    }

    private long array() throws IOException {
        int version = file.getInt();
        if (version >= NAMED && file.get() == 1) {
            String unused = word();
        }
        String unused = word();
        String type = word();
        if (!type.equals("FLOAT32")) {
            throw new IOException("an array is of " + type + "; allowed: FLOAT32");
        }
        long values = shape();
        if (version >= ORDERED) {
            byte unusedOrder = file.get();
        }
        long bytes = file.getInt();
        if (bytes != values * Float.BYTES) {
            throw new IOException("an array is declared to hold " + values + " values in " + bytes + " bytes");
        }
        if (bytes > file.remaining()) {
            throw new IOException(
                    "an array is declared to hold " + bytes + " bytes; " + file.remaining() + " are left");
        }
        file.position(file.position() + (int) bytes);
        return values;
    }

    private long shape() throws IOException {
        int axes = file.getInt();
        if (axes < 0 || axes > MOST_AXES) {
            throw new IOException("an array is declared to have " + axes + " axes");
        }
        long values = 1;
        for (int axis = 0; axis < axes; axis++) {
            long size = file.getLong();
            if (size < 0 || size > Integer.MAX_VALUE || values * size > Integer.MAX_VALUE) {
                throw new IOException("an array is declared to have " + size + " values on an axis");
            }
            values *= size;
        }
        int layout = file.getInt();
        if (layout < 0 || layout > axes) {
            throw new IOException("an array's layout is declared to have " + layout + " letters");
        }
        file.position(file.position() + layout * Character.BYTES);
        return values;
    }

    private String word() {
        byte[] bytes = new byte[Short.toUnsignedInt(file.getShort())];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
