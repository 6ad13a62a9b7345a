package pose.stream;

import java.util.List;
import java.util.OptionalLong;
import pose.track.TrackChange;

/** Counts for {@link StreamProgress}, and hands on to another. */
final class CountingListener implements StreamListener {

    private final StreamCounters counters;
    private final StreamListener next;

    CountingListener(StreamCounters counters, StreamListener next) {
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void answered(String camera, Answer answer, OptionalLong ageMicros) {
        counters.framesIn.increment();
        switch (answer) {
            case POSE -> counters.posesOut.increment();
            case DEAD_LETTER -> counters.deadLetters.increment();
            case GAP -> counters.gaps.increment();
        }
        next.answered(camera, answer, ageMicros);
    }

    @Override
    public void buried(String camera, String origin, String reason) {
        next.buried(camera, origin, reason);
    }

    @Override
    public void tracked(String camera, List<TrackChange> changes, long nanos) {
        next.tracked(camera, changes, nanos);
    }

    @Override
    public void located(BatchTimes batch) {
        next.located(batch);
    }

    @Override
    public void inferred(BatchTimes batch) {
        counters.batches.increment();
        counters.batchedFrames.add(batch.frames());
        next.inferred(batch);
    }

    @Override
    public void retried(int frames, Throwable cause) {
        next.retried(frames, cause);
    }
}
