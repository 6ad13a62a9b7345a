package pose.app.replay;

import java.util.Optional;
import pose.ingest.SourceException;

/**
 * Footage that was looked at on a thread of its own, ahead of whoever takes it. One thread at a time, but for {@link #stop}.
 */
public final class ReadyFootage implements AutoCloseable {

    private static final ReadAhead.Bounds BOUNDS = new ReadAhead.Bounds(256, 64 << 20);

    private final ReadAhead<ReadyFrame> ahead;

    private ReadyFootage(ReadAhead<ReadyFrame> ahead) {
        this.ahead = ahead;
    }

    /** Begins to look. */
    public static ReadyFootage begin(Material material, Look look) {
        return new ReadyFootage(ReadAhead.begin("footage", new Passes(material, 1, look), BOUNDS, ReadyFrame::bytes));
    }

    /**
     * The next frame and what was seen; empty at the end, and where somebody asked to {@link #stop}.
     *
     * @throws SourceException where the footage breaks off
     */
    public Optional<ReadyFrame> next() throws SourceException {
        return ahead.next();
    }

    /** Makes {@link #next} say that there is no more. Safe from any thread. */
    public void stop() {
        ahead.stop();
    }

    @Override
    public void close() {
        ahead.close();
    }
}
