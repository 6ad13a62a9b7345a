package pose.stream;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the processors of all threads did. */
final class StreamCounters {

    final LongAdder framesIn = new LongAdder();
    final LongAdder posesOut = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
}
