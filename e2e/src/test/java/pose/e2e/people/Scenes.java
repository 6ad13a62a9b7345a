package pose.e2e.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.skeleton.Pose;
import pose.stream.BatchInference;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;

/** Frames of which somebody wrote down who is in them, and what sees just that. */
public final class Scenes {

    private final List<Frame> frames = new ArrayList<>();
    private final Map<String, List<Pose>> people = new HashMap<>();

    /** One more frame, of so many pixels and with no picture. */
    public void add(
            String camera, long epoch, long sequence, long captureTimeUs, int width, int height, List<Pose> seen) {
        Frame frame = new Frame(
                camera,
                epoch,
                sequence,
                captureTimeUs,
                null,
                width,
                height,
                Encoding.JPEG,
                false,
                CaptureClock.SOURCE,
                null,
                null,
                ByteBuffer.allocate(1));
        frames.add(frame);
        people.put(id(frame), seen);
    }

    /** All of them, in the order in which they were added. */
    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Sees who is there; a frame of which nothing is written down is a mistake. */
    public BatchInference inference() {
        return BatchInference.of(this::look);
    }

    private List<FrameResult> look(List<FrameRequest> batch) {
        return batch.stream()
                .<FrameResult>map(request ->
                        Figure.everyone(Objects.requireNonNull(people.get(id(request.frame())), id(request.frame()))))
                .toList();
    }

    private static String id(Frame frame) {
        return frame.getCamera() + "/" + frame.getEpoch() + "/" + frame.getSequence();
    }
}
