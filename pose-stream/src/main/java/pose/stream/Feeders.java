package pose.stream;

import java.util.ArrayList;
import java.util.List;

/** The threads that hand frames over and then wait for one each. Knows no threads: its owner lets in one at a time. */
final class Feeders {

    private final int count;
    /** What they wait for; they hand nothing over meanwhile. */
    private final List<PendingFrame> awaited = new ArrayList<>();

    /** @param count how many there are */
    Feeders(int count) {
        this.count = count;
    }

    /** One begins to wait for this frame. */
    void await(PendingFrame frame) {
        awaited.add(frame);
    }

    void awaitNoMore(PendingFrame frame) {
        awaited.remove(frame);
    }

    /** Whether nobody is left to hand a frame over. */
    boolean allWait() {
        return awaited.size() >= count
                && awaited.stream().filter(frame -> !frame.result().isDone()).count() >= count;
    }
}
