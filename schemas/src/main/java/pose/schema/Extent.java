package pose.schema;

import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * Walks over Avro binary data without building anything, so that every length and count a message declares has been
 * checked against the bytes that are there before a decoder allocates for it. A decoder alone would allocate two
 * gigabytes because five bytes say so.
 */
@NullMarked
final class Extent {

    private static final int LONGEST_VARINT = 10;

    private final byte[] bytes;
    private int at;

    private Extent(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * Checks that the bytes from {@code from} to the end are exactly one datum of the schema.
     *
     * @throws MalformedRecordException where they are not
     */
    static void check(Schema schema, byte[] bytes, int from) {
        Extent extent = new Extent(bytes, from);
        extent.walk(schema);
        if (extent.at != bytes.length) {
            throw new MalformedRecordException((bytes.length - extent.at) + " bytes follow the record");
        }
    }

    private void walk(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> schema.getFields().forEach(f -> walk(f.schema()));
            case ENUM -> index("enum symbol", schema.getEnumSymbols().size());
            case UNION -> {
                List<Schema> branches = schema.getTypes();
                walk(branches.get(index("union branch", branches.size())));
            }
            case ARRAY -> blocks(() -> walk(schema.getElementType()));
            case MAP ->
                blocks(() -> {
                    skip(varint());
                    walk(schema.getValueType());
                });
            case STRING, BYTES -> skip(varint());
            case FIXED -> skip(schema.getFixedSize());
            case INT -> {
                long value = varint();
                if (value != (int) value) {
                    throw new MalformedRecordException(value + " at byte " + at + " is no 32-bit integer");
                }
            }
            case LONG -> varint();
            case FLOAT -> skip(Float.BYTES);
            case DOUBLE -> skip(Double.BYTES);
            case BOOLEAN -> bool();
            case NULL -> {}
        }
    }

    private void blocks(Runnable item) {
        for (long count = varint(); count != 0; count = varint()) {
            if (count < 0) {
                // A negative count is followed by the block's size in bytes, which the items tell anyway.
                skipSize(varint());
                count = -count;
            }
            // Items of no bytes at all are not worth the risk of a count that nothing bounds.
            if (count < 0 || count > bytes.length - at) {
                throw new MalformedRecordException("a block declares " + count + " items at byte " + at + " with "
                        + (bytes.length - at) + " bytes left");
            }
            for (long i = 0; i < count; i++) {
                item.run();
            }
        }
    }

    private void skipSize(long size) {
        if (size < 0 || size > bytes.length - at) {
            throw tooLong(size);
        }
    }

    private void skip(long length) {
        if (length < 0 || length > bytes.length - at) {
            throw tooLong(length);
        }
        at += (int) length;
    }

    private MalformedRecordException tooLong(long length) {
        return new MalformedRecordException(
                "a length of " + length + " at byte " + at + " with " + (bytes.length - at) + " bytes left");
    }

    private int index(String what, int size) {
        long index = varint();
        if (index < 0 || index >= size) {
            throw new MalformedRecordException(what + " " + index + " of " + size + " at byte " + at);
        }
        return (int) index;
    }

    private void bool() {
        skip(1);
        byte value = bytes[at - 1];
        if (value != 0 && value != 1) {
            throw new MalformedRecordException("boolean " + value + " at byte " + (at - 1));
        }
    }

    /** A zigzag variable-length integer of at most 64 bits. */
    private long varint() {
        long raw = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at == bytes.length) {
                throw new MalformedRecordException("the record ends in the middle, after " + at + " bytes");
            }
            byte b = bytes[at++];
            raw |= (b & 0x7FL) << (7 * i);
            if (b >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw new MalformedRecordException("an integer of more than 64 bits at byte " + at);
    }
}
