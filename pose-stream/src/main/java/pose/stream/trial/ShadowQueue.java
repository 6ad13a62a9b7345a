package pose.stream.trial;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Served frames that wait to be looked at once more. Bounded by the bytes of their pictures; where there is no room, the
 * oldest go, so that what is looked at is what the cameras show now. Knows neither threads nor a clock.
 */
final class ShadowQueue {

    private final long mostBytes;
    private final ArrayDeque<ServedFrame> frames = new ArrayDeque<>();
    private long bytes;

    /** @param mostBytes of encoded pictures, at least 1 */
    ShadowQueue(long mostBytes) {
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes is " + mostBytes + "; it must be at least 1");
        }
        this.mostBytes = mostBytes;
    }

    /**
     * Adds a frame.
     *
     * @return how many frames had to go for it; where it is larger than all the room there is, itself
     */
    int add(ServedFrame frame) {
        if (frame.bytes() > mostBytes) {
            return 1;
        }
        int dropped = 0;
        while (bytes + frame.bytes() > mostBytes) {
            bytes -= frames.removeFirst().bytes();
            dropped++;
        }
        frames.addLast(frame);
        bytes += frame.bytes();
        return dropped;
    }

    /** The frame that has waited longest, which waits no longer; null where none does. */
    @Nullable
    ServedFrame next() {
        ServedFrame frame = frames.pollFirst();
        if (frame != null) {
            bytes -= frame.bytes();
        }
        return frame;
    }

    void clear() {
        frames.clear();
        bytes = 0;
    }

    int size() {
        return frames.size();
    }

    long bytes() {
        return bytes;
    }
}
