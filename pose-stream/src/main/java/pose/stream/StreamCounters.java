package pose.stream;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a stream did, over all its threads. */
final class StreamCounters {

    final LongAdder framesIn = new LongAdder();
    final LongAdder posesOut = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder batches = new LongAdder();
    final LongAdder batchedFrames = new LongAdder();
}
