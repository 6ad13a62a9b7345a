package pose.app.slice;

import java.util.Optional;
import pose.schema.Frame;

/** Which of a camera's frames, met in their order, are in a slice. */
final class CameraRange {

    /** Where a frame is. */
    enum Side {
        BEFORE,
        WITHIN,
        BEYOND
    }

    private final String camera;
    private final Optional<Edge> from;
    private final Optional<Edge> to;
    private boolean begun;

    CameraRange(String camera, Optional<Edge> from, Optional<Edge> to) {
        this.camera = camera;
        this.from = from;
        this.to = to;
    }

    String camera() {
        return camera;
    }

    Optional<Edge> from() {
        return from;
    }

    /** From now on a frame is within, unless it is beyond. */
    void begin() {
        begun = true;
    }

    /** Where the next frame is; once within, never before again. */
    Side next(Frame frame, long offset) {
        if (!begun && from.isPresent() && isBefore(from.get(), frame, offset)) {
            return Side.BEFORE;
        }
        begun = true;
        return to.isPresent() && isBeyond(to.get(), frame, offset) ? Side.BEYOND : Side.WITHIN;
    }

    private boolean isBefore(Edge edge, Frame frame, long offset) {
        return edge.anchorOf(camera)
                .map(first -> offset < first.offset())
                .orElseGet(() -> frame.getCaptureTimeUs() < edge.timeUs());
    }

    private boolean isBeyond(Edge edge, Frame frame, long offset) {
        return edge.anchorOf(camera)
                .map(last -> offset > last.offset())
                .orElseGet(() -> frame.getCaptureTimeUs() >= edge.timeUs());
    }
}
