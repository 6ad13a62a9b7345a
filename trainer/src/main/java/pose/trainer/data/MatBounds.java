package pose.trainer.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Checks a MAT file of level 5 before it is read: every element lies within the one around it, and arrays hold as many
 * values as their dimensions say. A reader may then trust every size it meets. See "MAT-File Format", The MathWorks,
 * chapter 1.
 */
final class MatBounds {

    private static final int HEADER = 128;
    private static final int TAG = 8;
    private static final int INT32 = 5;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int CELL_CLASS = 1;
    private static final int STRUCT_CLASS = 2;

    /** Deeper nesting than the official files' five levels is no label file. */
    private static final int MOST_LEVELS = 24;

    /** The largest official label file inflates to about 200 MB. */
    private static final int MOST_INFLATED = 768 << 20;

    private MatBounds() {}

    /**
     * The file with its compressed elements inflated, and checked.
     *
     * @param file all of it
     * @throws IOException saying what does not fit
     */
    static ByteBuffer inflated(ByteBuffer file) throws IOException {
        if (file.remaining() < HEADER) {
            throw new IOException("it has " + file.remaining() + " bytes, less than a header");
        }
        file.order(byteOrder(file));
        ByteArrayOutputStream plain = new ByteArrayOutputStream(file.remaining());
        byte[] header = new byte[HEADER];
        file.get(header);
        // Where a part for MATLAB's objects begins, which no label file needs: nowhere.
        java.util.Arrays.fill(header, 116, 124, (byte) 0);
        plain.write(header);
        while (file.remaining() >= TAG) {
            int at = file.position();
            Element element = Element.read(file);
            if (element.type() == COMPRESSED) {
                inflate(element.content(), plain);
            } else {
                byte[] bytes = new byte[file.position() - at];
                file.get(at, bytes);
                plain.write(bytes);
            }
        }
        ByteBuffer whole = ByteBuffer.wrap(plain.toByteArray()).order(file.order());
        whole.position(HEADER);
        while (whole.hasRemaining()) {
            Element element = Element.read(whole);
            if (element.type() != MATRIX) {
                throw new IOException("an element of type " + element.type() + " where an array should be");
            }
            check(element.content(), 1);
        }
        return whole.rewind();
    }

    private static ByteOrder byteOrder(ByteBuffer file) throws IOException {
        char first = (char) file.get(126);
        char second = (char) file.get(127);
        if (first == 'I' && second == 'M') {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (first == 'M' && second == 'I') {
            return ByteOrder.BIG_ENDIAN;
        }
        throw new IOException("its header has no byte order mark");
    }

    private static void inflate(ByteBuffer compressed, ByteArrayOutputStream out) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] chunk = new byte[1 << 16];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("its compressed data break off");
                }
                if (out.size() + count > MOST_INFLATED) {
                    throw new IOException("it inflates to more than " + MOST_INFLATED + " bytes");
                }
                out.write(chunk, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException("its compressed data are damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    /** Checks an array's inside. */
    private static void check(ByteBuffer array, int level) throws IOException {
        if (level > MOST_LEVELS) {
            throw new IOException("arrays within arrays, more than " + MOST_LEVELS + " deep");
        }
        if (!array.hasRemaining()) {
            return;
        }
        int flags = Element.read(array).firstInt();
        int kind = flags & 0xFF;
        long declared = -1;
        long arrays = 0;
        long bytes = 0;
        boolean isName = true;
        while (array.hasRemaining()) {
            Element element = Element.read(array);
            if (element.type() == MATRIX) {
                check(element.content(), level + 1);
                arrays++;
            } else if (declared < 0 && element.type() == INT32) {
                declared = product(element.content());
            } else if (isName) {
                isName = false;
            } else {
                bytes += element.content().remaining();
            }
        }
        // A struct has one array for each of its fields, of which there may be none.
        boolean fits = switch (kind) {
            case CELL_CLASS -> declared == arrays;
            case STRUCT_CLASS -> declared <= arrays || (arrays == 0 && declared <= 1);
            default -> declared <= bytes;
        };
        if (!fits) {
            throw new IOException("an array declares " + declared + " values and holds "
                    + (kind <= STRUCT_CLASS ? arrays + " arrays" : bytes + " bytes"));
        }
    }

    private static long product(ByteBuffer dimensions) throws IOException {
        long product = 1;
        while (dimensions.remaining() >= Integer.BYTES) {
            int dimension = dimensions.getInt();
            if (dimension < 0 || (dimension > 0 && product > Integer.MAX_VALUE / dimension)) {
                throw new IOException("an array declares a dimension of " + dimension);
            }
            product *= dimension;
        }
        return product;
    }

    /**
     * One element of the file.
     *
     * @param content without tag and padding
     */
    private record Element(int type, ByteBuffer content) {

        /** The next element; afterwards the buffer stands behind it and its padding. */
        static Element read(ByteBuffer in) throws IOException {
            if (in.remaining() < TAG) {
                throw new IOException("it breaks off within an element's tag");
            }
            int at = in.position();
            int first = in.getInt();
            boolean isSmall = first >>> 16 != 0;
            int type = first & 0xFFFF;
            int length = isSmall ? first >>> 16 : in.getInt();
            int begin = in.position();
            if (length < 0 || length > (isSmall ? Integer.BYTES : in.limit() - begin)) {
                throw new IOException("an element of " + Integer.toUnsignedLong(length) + " bytes at byte " + at
                        + ", where " + (in.limit() - begin) + " are left");
            }
            ByteBuffer content = in.slice(begin, length).order(in.order());
            int padded = type == COMPRESSED ? length : (length + 7) / 8 * 8;
            in.position(isSmall ? at + TAG : Math.min(in.limit(), begin + padded));
            return new Element(type, content);
        }

        int firstInt() throws IOException {
            if (content.remaining() < Integer.BYTES) {
                throw new IOException("an array without flags");
            }
            return content.getInt(0);
        }
    }
}
