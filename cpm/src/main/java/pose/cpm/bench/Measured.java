package pose.cpm.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/** One work and the turns it has had: each of some passes, at least one, over a time that a clock can tell well. */
final class Measured {

    private final Work work;
    private final LongSupplier nanoClock;
    private final List<Double> turns = new ArrayList<>();
    private long spent;

    /** @param nanoClock as {@link System#nanoTime} */
    Measured(Work work, LongSupplier nanoClock) {
        this.work = work;
        this.nanoClock = nanoClock;
    }

    Work work() {
        return work;
    }

    /**
     * Runs it without counting: the first passes of a work set up what the others use, and the threads of the engine that
     * ran before may still be looking for more to do.
     *
     * @return how long the last pass took, in nanoseconds
     */
    long settle(long nanos) {
        long began = nanoClock.getAsLong();
        long last = began;
        long took;
        do {
            work.pass();
            long now = nanoClock.getAsLong();
            took = now - last;
            last = now;
        } while (last - began < nanos);
        return took;
    }

    /** One turn of at least this long. */
    void turn(long nanos) {
        long began = nanoClock.getAsLong();
        int passes = 0;
        long took;
        do {
            work.pass();
            passes++;
            took = nanoClock.getAsLong() - began;
        } while (took < nanos);
        spent += took;
        turns.add(passes * 1e9 / took);
    }

    /** Nanoseconds in turns so far. */
    long spent() {
        return spent;
    }

    int turns() {
        return turns.size();
    }

    /** Median of the turns, passes a second. */
    double passesPerSecond() {
        double[] sorted = turns.stream().mapToDouble(d -> d).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The slowest turn, passes a second. */
    double slowest() {
        return Collections.min(turns);
    }

    /** The fastest turn, passes a second. */
    double fastest() {
        return Collections.max(turns);
    }
}
