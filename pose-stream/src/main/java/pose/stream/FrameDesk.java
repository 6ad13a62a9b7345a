package pose.stream;

import java.time.Duration;
import java.util.Optional;

/** Where frames are handed over to be looked at. Safe for several threads. */
interface FrameDesk extends AutoCloseable {

    /** Hands a frame over where there is room for it; whoever looks ahead can ask again later. */
    Optional<PendingFrame> offer(FrameRequest request);

    /** Hands a frame over that someone waits for: there is always room. After {@link #close} it comes back cancelled. */
    PendingFrame submit(FrameRequest request);

    /**
     * Waits for a frame's result, see {@link PendingFrame#await}. Once everyone who hands frames over waits, no batch waits for
     * more frames.
     */
    TimedResult await(PendingFrame frame);

    /** Nobody waits for this frame any more. What is in a batch already is inferred with it, its result unread. */
    void cancel(PendingFrame frame);

    /** How long the frame has waited that was handed over first and has no result yet. */
    Optional<Duration> oldestWaiting();

    /** How many frames have been handed over and have no result yet. */
    int waiting();

    /**
     * Cancels what waits and ends once the batches in hand are done.
     *
     * @return whether that was within the time; if not, those batches' frames have failed
     */
    boolean close(Duration timeout);

    @Override
    void close();
}
