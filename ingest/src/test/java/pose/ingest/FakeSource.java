package pose.ingest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import pose.schema.Truth;

/** Frames of one byte each, 40 ms apart, then the end or a fault. */
final class FakeSource implements FrameSource {

    static final long EPOCH_US = 1_700_000_000_123_456L;

    private final int frames;
    private final int largest;
    private final int size;
    private final Optional<Truth> truth;
    private final @Nullable SourceException fault;
    private int next;

    private FakeSource(int frames, int size, int largest, Optional<Truth> truth, @Nullable SourceException fault) {
        this.frames = frames;
        this.size = size;
        this.largest = largest;
        this.truth = truth;
        this.fault = fault;
    }

    static FakeSource of(int frames) {
        return new FakeSource(frames, 1, 1, Optional.empty(), null);
    }

    static FakeSource failingAfter(int frames, String message) {
        return new FakeSource(frames, 1, 1, Optional.empty(), new SourceException(message));
    }

    static FakeSource sized(int size, int largest) {
        return new FakeSource(3, size, largest, Optional.empty(), null);
    }

    static FakeSource with(Truth truth) {
        return new FakeSource(1, 1, 1, Optional.of(truth), null);
    }

    int handedOut() {
        return next;
    }

    @Override
    public SourceFormat format() {
        return new SourceFormat(64, 48, OptionalDouble.of(25), OptionalLong.of(frames), largest);
    }

    @Override
    public long epochUs() {
        return EPOCH_US;
    }

    @Override
    public Optional<CapturedFrame> next() throws SourceException {
        if (next == frames) {
            if (fault != null) {
                throw fault;
            }
            return Optional.empty();
        }
        long pts = 40_000L * next++;
        return Optional.of(new CapturedFrame(EPOCH_US + pts, pts, 64, 48, new byte[size], truth));
    }

    @Override
    public void close() {}
}
