package pose.stream;

import java.util.List;

/** What becomes of the results of a batch. Must not throw. */
@FunctionalInterface
interface Delivery {

    /** They are the frames' answers. */
    Delivery ANSWERS = (frames, results) -> {
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i).result().complete(results.get(i));
        }
    };

    /** Takes one result a frame, in the frames' order. */
    void deliver(List<PendingFrame> frames, List<TimedResult> results);
}
