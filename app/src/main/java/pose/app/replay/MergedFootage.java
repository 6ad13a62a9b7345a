package pose.app.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;

/**
 * Several cameras' frames in the order in which they were taken, each read ahead. Of several that were taken at the same time the
 * one whose camera's id is the lowest goes first; a camera's own frames stay in their order whatever their times say. So what comes out depends
 * on the footage alone, never on which camera was read faster.
 */
final class MergedFootage implements AutoCloseable {

    /** Few: what is merged is read ahead too, and where a pass begins all cameras fill theirs while the last one still runs. */
    private static final ReadAhead.Bounds BOUNDS = new ReadAhead.Bounds(12, 8 << 20);

    private final List<Camera> cameras = new ArrayList<>();
    private final List<SourceException> faults = new ArrayList<>();

    /** Takes the footage over. */
    MergedFootage(List<Footage> footage) {
        footage.stream()
                .sorted(Comparator.comparing(Footage::camera))
                .forEach(each -> cameras.add(new Camera(ReadAhead.begin(
                        "replay " + each.camera(),
                        new ReadAhead.Maker<>() {
                            @Override
                            public Optional<RecordedFrame> next() throws SourceException {
                                return each.next();
                            }

                            @Override
                            public void stop() {
                                each.stop();
                            }

                            @Override
                            public void close() {
                                each.close();
                            }
                        },
                        BOUNDS,
                        RecordedFrame::bytes))));
    }

    /** The next frame of all; empty where every camera is at its end. */
    Optional<RecordedFrame> next() {
        Camera earliest = null;
        for (Camera camera : cameras) {
            RecordedFrame head = head(camera);
            if (head != null && (earliest == null || head.timeUs() < earliest.headTimeUs())) {
                earliest = camera;
            }
        }
        return earliest == null ? Optional.empty() : Optional.of(earliest.take());
    }

    /** A camera that breaks off is at its end; the others go on. */
    private @Nullable RecordedFrame head(Camera camera) {
        try {
            return camera.head();
        } catch (SourceException e) {
            faults.add(e);
            return null;
        }
    }

    /** Why a camera broke off, where one did. */
    Optional<SourceException> fault() {
        return faults.stream().findFirst();
    }

    /** Makes {@link #next} say that there is no more. Safe from any thread. */
    void stop() {
        cameras.forEach(camera -> camera.ahead.stop());
    }

    @Override
    public void close() {
        stop();
        cameras.forEach(camera -> camera.ahead.close());
    }

    /** One camera's next frame. */
    private static final class Camera {

        private final ReadAhead<RecordedFrame> ahead;
        private @Nullable RecordedFrame head;
        private boolean ended;

        private Camera(ReadAhead<RecordedFrame> ahead) {
            this.ahead = ahead;
        }

        private @Nullable RecordedFrame head() throws SourceException {
            if (head == null && !ended) {
                ended = true;
                head = ahead.next().orElse(null);
                ended = head == null;
            }
            return head;
        }

        private long headTimeUs() {
            return head == null ? Long.MAX_VALUE : head.timeUs();
        }

        private RecordedFrame take() {
            RecordedFrame taken = head;
            head = null;
            if (taken == null) {
                throw new IllegalStateException("no frame to take");
            }
            return taken;
        }
    }
}
