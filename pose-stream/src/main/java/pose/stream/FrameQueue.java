package pose.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for a place in a batch. The cameras take turns: one with a long backlog delays no other by more
 * than a frame a turn. Within a camera the oldest comes first. Knows neither threads nor a clock.
 */
final class FrameQueue {

    private final long mostBytes;
    /** Cameras with frames, the one whose turn is next first. */
    private final LinkedHashMap<String, ArrayDeque<PendingFrame>> cameras = new LinkedHashMap<>();

    private long bytes;
    private int size;

    /** @param mostBytes of encoded pictures, for whoever can do without adding more */
    FrameQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether a frame may be added by someone who can do without; an empty queue takes a frame of any size. */
    boolean hasRoomFor(FrameRequest request) {
        return size == 0 || bytes + request.bytes() <= mostBytes;
    }

    void add(PendingFrame frame) {
        cameras.computeIfAbsent(frame.frame().getCamera(), camera -> new ArrayDeque<>())
                .add(frame);
        bytes += frame.request().bytes();
        size++;
    }

    /** The frame whose turn it is; null when nothing waits. */
    @Nullable
    PendingFrame peek() {
        Iterator<ArrayDeque<PendingFrame>> turns = cameras.values().iterator();
        return turns.hasNext() ? turns.next().getFirst() : null;
    }

    /** The frame whose turn it is, which waits no longer; null when nothing waits. */
    @Nullable
    PendingFrame next() {
        Iterator<Map.Entry<String, ArrayDeque<PendingFrame>>> turns =
                cameras.entrySet().iterator();
        if (!turns.hasNext()) {
            return null;
        }
        Map.Entry<String, ArrayDeque<PendingFrame>> turn = turns.next();
        String camera = turn.getKey();
        ArrayDeque<PendingFrame> frames = turn.getValue();
        PendingFrame frame = frames.removeFirst();
        turns.remove();
        if (!frames.isEmpty()) {
            cameras.put(camera, frames);
        }
        bytes -= frame.request().bytes();
        size--;
        return frame;
    }

    /** Takes a frame out, where it still waits. */
    boolean remove(PendingFrame frame) {
        String camera = frame.frame().getCamera();
        ArrayDeque<PendingFrame> frames = cameras.get(camera);
        if (frames == null || !frames.remove(frame)) {
            return false;
        }
        if (frames.isEmpty()) {
            cameras.remove(camera);
        }
        bytes -= frame.request().bytes();
        size--;
        return true;
    }

    /** Takes everything out. */
    List<PendingFrame> drain() {
        List<PendingFrame> all = new ArrayList<>(size);
        cameras.values().forEach(all::addAll);
        cameras.clear();
        bytes = 0;
        size = 0;
        return all;
    }

    /** The frame that has waited longest. */
    Optional<PendingFrame> oldest(long nowNanos) {
        return cameras.values().stream()
                .map(ArrayDeque::getFirst)
                .max((a, b) -> Long.compare(nowNanos - a.submittedNanos(), nowNanos - b.submittedNanos()));
    }

    int size() {
        return size;
    }

    long bytes() {
        return bytes;
    }
}
