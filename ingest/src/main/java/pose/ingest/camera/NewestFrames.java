package pose.ingest.camera;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pose.schema.GapReason;

/**
 * What one camera has waiting for Kafka: at most so many bytes, the newest. A live camera's oldest frames make room for new
 * ones, and become a gap; a recording waits for room. Filled by the camera's thread, emptied by the sender's.
 */
final class NewestFrames {

    private static final String DROPPED = "dropped: Kafka was slow or away, and the buffer full";

    private final int capacityBytes;
    private final Deque<NumberedFrame> frames = new ArrayDeque<>();
    private final MissingRuns missing = new MissingRuns();
    private long bytes;
    private boolean closed;

    NewestFrames(int capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    /** Adds a live frame; the oldest go for it where there is no room. */
    synchronized void offer(NumberedFrame frame) {
        frames.add(frame);
        bytes += frame.bytes();
        while (bytes > capacityBytes) {
            NumberedFrame oldest = frames.remove();
            bytes -= oldest.bytes();
            missing.add(dropped(oldest));
        }
    }

    /** Adds a recording's frame once there is room. */
    synchronized void put(NumberedFrame frame) throws InterruptedException {
        while (!closed && !frames.isEmpty() && bytes + frame.bytes() > capacityBytes) {
            wait();
        }
        frames.add(frame);
        bytes += frame.bytes();
    }

    private static Missing dropped(NumberedFrame frame) {
        return Missing.one(GapReason.SLOW_BROKER, frame, DROPPED);
    }

    /** The frame that goes next; whoever takes it sends it, or gives it back. */
    synchronized Optional<NumberedFrame> poll() {
        Optional<NumberedFrame> next = Optional.ofNullable(frames.poll());
        next.ifPresent(frame -> bytes -= frame.bytes());
        notifyAll();
        return next;
    }

    /** What could not be sent is next again, if there is still room for it. */
    synchronized void giveBack(NumberedFrame frame) {
        if (bytes + frame.bytes() > capacityBytes) {
            missing.add(dropped(frame));
        } else {
            frames.addFirst(frame);
            bytes += frame.bytes();
        }
    }

    /** Frames that will not come for another reason than want of room. */
    synchronized void miss(Missing other) {
        missing.add(other);
    }

    /** What is missing and not yet told. */
    synchronized List<Missing> takeMissing() {
        return missing.take();
    }

    /** Lets a recording go on that waits for room. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Frames that wait, and those that will not come and are not yet told. */
    synchronized long unsent() {
        return frames.size() + missing.frames();
    }

    synchronized long bytes() {
        return bytes;
    }
}
