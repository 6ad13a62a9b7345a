package pose.ingest;

import java.util.Optional;

/** Pictures in the order of their capture, each already a JPEG. One thread at a time. */
public interface FrameSource extends AutoCloseable {

    SourceFormat format();

    /**
     * When this run began, µs since 1970 UTC: the epoch of the frame ids of a run over this source, and for a recorded or
     * synthetic source the capture time of the picture at 0 on its own time line.
     */
    long epochUs();

    /**
     * Whether the camera goes on whether or not anyone looks: its frames may be answered by a gap when they have become too
     * old. Recorded footage never is.
     */
    default boolean live() {
        return false;
    }

    /** The sequence of the first frame that is handed out: not 0 where a run is taken up again. */
    default long firstSequence() {
        return 0;
    }

    /** What tells a recording from others; empty for what is live. */
    default Optional<Fingerprint> fingerprint() {
        return Optional.empty();
    }

    /**
     * The next frame, or empty at the end, then and ever after. A live source has no end: where its camera ends it, that is a
     * fault. Interrupting the thread that waits in here makes it throw within about 100 ms.
     *
     * @throws SourceException where no further frame can be had though the source is not at its end; every frame before the
     *     fault has been handed out by then
     */
    Optional<CapturedFrame> next() throws SourceException;

    @Override
    void close();
}
