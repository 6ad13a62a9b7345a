package pose.app.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;
import pose.stream.BatchTimes;
import pose.stream.StreamListener;

/** Knows since when the engine has given nothing back. */
final class EngineWatch implements StreamListener {

    private final LongSupplier nanoTime;
    private volatile long heard;

    /** Begins now. */
    EngineWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.heard = nanoTime.getAsLong();
    }

    @Override
    public void inferred(BatchTimes batch) {
        heard = nanoTime.getAsLong();
    }

    @Override
    public void retried(int frames, Throwable cause) {
        heard = nanoTime.getAsLong();
    }

    /** How long ago a batch came back or failed, or this began. */
    Duration silence() {
        return Duration.ofNanos(nanoTime.getAsLong() - heard);
    }
}
