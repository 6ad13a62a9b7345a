package pose.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Processor time of this process, but for what the benchmark itself does in it, and of the broker's, read again and again
 * beside how many frames were answered by then.
 */
final class CpuMeter {

    /** What the names of the benchmark's own threads have in them. */
    static final String OWN_THREADS = "bench-";

    private record Reading(int answers, long ours, long brokers) {}

    /**
     * Milliseconds of processor time a frame.
     *
     * @param stream of the process that the stream runs in
     */
    record PerFrame(double stream, double broker) {}

    private final Supplier<Duration> broker;
    private final List<Reading> readings = new ArrayList<>();

    /** @param broker processor time that the broker has taken so far */
    CpuMeter(Supplier<Duration> broker) {
        this.broker = broker;
    }

    /** Reads. */
    void read(int answers) {
        long all = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
        readings.add(new Reading(answers, all - ownThreads(), broker.get().toNanos()));
    }

    private static long ownThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains(OWN_THREADS)) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }

    /** Between the readings that are the first with at least and the last with at most so many answers. */
    PerFrame perFrame(int from, int to) {
        List<Reading> within = readings.stream()
                .filter(reading -> reading.answers() >= from && reading.answers() <= to)
                .toList();
        if (within.size() < 2) {
            return new PerFrame(Double.NaN, Double.NaN);
        }
        Reading first = within.get(0);
        Reading last = within.get(within.size() - 1);
        double frames = last.answers() - first.answers();
        return new PerFrame(
                (last.ours() - first.ours()) / 1e6 / frames, (last.brokers() - first.brokers()) / 1e6 / frames);
    }
}
