package pose.app.replay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pose.ingest.SourceException;
import pose.schema.CaptureClock;
import pose.schema.Encoding;
import pose.schema.Frame;
import pose.schema.Original;

/** Footage that tests make up. */
final class Recordings {

    static final long EPOCH = 1_700_000_000_000_000L;

    private Recordings() {}

    /** A frame of a topic's slice, whose picture is these bytes. */
    static RecordedFrame frame(String camera, long sequence, long timeUs, int... picture) {
        byte[] bytes = new byte[picture.length];
        for (int i = 0; i < picture.length; i++) {
            bytes[i] = (byte) picture[i];
        }
        Frame frame = new Frame(
                camera,
                EPOCH,
                sequence,
                timeUs,
                timeUs - EPOCH,
                64,
                48,
                Encoding.JPEG,
                true,
                CaptureClock.SENDER,
                null,
                null,
                ByteBuffer.wrap(bytes));
        return new RecordedFrame(frame, timeUs, new Original(EPOCH, sequence, timeUs), List.of());
    }

    /** A camera's frames, so far apart, the first at EPOCH and so many µs. */
    static List<RecordedFrame> camera(String camera, int frames, long firstUs, long intervalUs) {
        List<RecordedFrame> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            all.add(frame(camera, i, EPOCH + firstUs + i * intervalUs, camera.hashCode(), i));
        }
        return all;
    }

    @SafeVarargs
    static Material material(List<RecordedFrame>... cameras) {
        return new Material() {
            @Override
            public List<String> cameras() {
                return List.of(cameras).stream()
                        .map(frames -> frames.get(0).camera())
                        .toList();
            }

            @Override
            public List<Footage> open() {
                return List.of(cameras).stream()
                        .<Footage>map(frames -> footage(frames, null))
                        .toList();
            }
        };
    }

    /** One camera's frames, and then its end or a fault. */
    static Footage footage(List<RecordedFrame> frames, @Nullable String fault) {
        return new Footage() {
            private int next;

            @Override
            public String camera() {
                return frames.get(0).camera();
            }

            @Override
            public Optional<RecordedFrame> next() throws SourceException {
                if (next == frames.size()) {
                    if (fault != null) {
                        throw new SourceException(fault);
                    }
                    return Optional.empty();
                }
                return Optional.of(frames.get(next++));
            }

            @Override
            public void stop() {}

            @Override
            public void close() {}
        };
    }
}
