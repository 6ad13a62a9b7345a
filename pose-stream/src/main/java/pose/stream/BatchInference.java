package pose.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What looks at batches of frames. One batch may be filled and prepared while others are inferred. */
public interface BatchInference {

    /**
     * Begins a batch. Safe for several threads; batches of one camera are begun in its order.
     *
     * @param room how many people it will hold at most; a frame of which nobody said where its people are counts as one
     */
    FrameBatch open(int room);

    /** How many batches can be inferred at the same time: one a device. */
    default int devices() {
        return 1;
    }

    /** What runs the network, as events name it, e.g. {@code onnxruntime}; empty where there is none. */
    default String engine() {
        return "";
    }

    /** Returns where the engine still answers a picture of its own making; else throws what the engine throws. */
    default void probe() {}

    /** What looks at frames now, for batches that must not be looked at by something else; closed by whoever asked. */
    default PinnedInference pin() {
        BatchInference self = this;
        return new PinnedInference() {

            @Override
            public FrameBatch open(int room) {
                return self.open(room);
            }

            @Override
            public int devices() {
                return self.devices();
            }

            @Override
            public String engine() {
                return self.engine();
            }

            @Override
            public void probe() {
                self.probe();
            }

            @Override
            public void close() {}
        };
    }

    /** Begins a batch of these frames, with room for the people in them. */
    default FrameBatch prepare(List<FrameRequest> frames) {
        int people = frames.stream().mapToInt(FrameRequest::people).sum();
        FrameBatch batch = open(Math.max(frames.size(), people));
        frames.forEach(batch::add);
        return batch;
    }

    /** One that looks at a whole batch at once and needs no preparation. */
    static BatchInference of(Function<List<FrameRequest>, List<FrameResult>> look) {
        return room -> new FrameBatch() {

            private final List<FrameRequest> frames = new ArrayList<>();

            @Override
            public void add(FrameRequest frame) {
                frames.add(frame);
            }

            @Override
            public List<FrameResult> infer() {
                return look.apply(List.copyOf(frames));
            }

            @Override
            public void close() {}
        };
    }
}
