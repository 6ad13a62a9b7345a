package pose.stream.trial;

import java.nio.charset.StandardCharsets;

/**
 * A place between 0 and 1 for every name: the same in every process and after every restart, and evenly spread also where
 * names differ by a digit. FNV-1a over the bytes, then the finaliser of MurmurHash3, without which the high bits of short
 * names hardly differ.
 */
final class StableHash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1.0p-53;

    private long state = OFFSET;

    StableHash and(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            mix(each);
        }
        return and(bytes.length);
    }

    StableHash and(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mix((byte) (number >>> shift));
        }
        return this;
    }

    private void mix(byte each) {
        state = (state ^ (each & 0xff)) * PRIME;
    }

    /** At least 0, less than 1. */
    double place() {
        long hash = state;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return (hash >>> 11) * UNIT;
    }
}
