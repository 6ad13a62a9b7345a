package pose.app.replay;

import java.util.Optional;
import pose.ingest.SourceException;

/** One camera's recorded frames, in their order. One thread at a time, but for {@link #stop}. */
public interface Footage extends AutoCloseable {

    String camera();

    /**
     * The next frame; empty at the end.
     *
     * @throws SourceException where it breaks off; every frame before that has been handed out by then
     */
    Optional<RecordedFrame> next() throws SourceException;

    /** Makes a {@link #next} that waits return soon. Safe from any thread. */
    void stop();

    @Override
    void close();
}
