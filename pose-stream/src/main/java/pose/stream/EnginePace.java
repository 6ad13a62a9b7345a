package pose.stream;

import java.time.Duration;

/**
 * How slow the engine is, for the time-outs that depend on it: under a network that needs seconds a picture, Kafka's own
 * would end every transaction before its first commit.
 *
 * @param batch how long a full batch takes
 * @param size how many frames that is
 */
record EnginePace(Duration batch, int size) {

    /** What a broker allows unless told otherwise ({@code transaction.max.timeout.ms}). */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private static final Duration SHORTEST_POLL_INTERVAL = Duration.ofMinutes(5);

    /** Batches that one commit may have to wait for: what is in hand, what is next, and one to spare, twice over. */
    private static final int BATCHES_OF_A_TRANSACTION = 6;

    /** Kafka Streams polls again at half of the interval, and a batch may have begun just before. */
    private static final int BATCHES_OF_A_POLL = 12;

    /** What a stream thread takes on at once: so long it cannot take part in a rebalance or end. */
    private static final Duration LOOK_AHEAD = Duration.ofSeconds(2);

    private static final int LEAST_BATCHES_AHEAD = 2;
    private static final int MOST_FRAMES_AHEAD = 512;

    /** Measures it. What the engine throws is the engine's. */
    static EnginePace of(BatchInference inference, int batch) {
        // The first run through an engine may be many times slower than the second.
        inference.probe();
        long began = System.nanoTime();
        inference.probe();
        return new EnginePace(Duration.ofNanos(System.nanoTime() - began).multipliedBy(batch), batch);
    }

    /** Of a batch that another engine looks at first. */
    EnginePace after(EnginePace first) {
        return new EnginePace(batch.plus(first.batch), size);
    }

    /**
     * How many frames a poll returns at most. A stream thread polls again only when it has processed all of the last poll;
     * at its end the engine runs dry, so a poll is of some seconds' work, and of two batches at least.
     */
    int framesAhead() {
        long frame = Math.max(1, batch.toNanos() / size);
        long worth = Math.min(MOST_FRAMES_AHEAD, LOOK_AHEAD.toNanos() / frame);
        return (int) Math.max(worth, (long) LEAST_BATCHES_AHEAD * size);
    }

    /**
     * How long a transaction may stay open before the broker aborts it: at most 15 minutes.
     *
     * @param shortest what it is at least
     */
    Duration transactionTimeout(Duration shortest) {
        Duration needed = longer(shortest, batch.multipliedBy(BATCHES_OF_A_TRANSACTION));
        return needed.compareTo(LONGEST_TRANSACTION) > 0 ? LONGEST_TRANSACTION : needed;
    }

    /** How long a stream thread may be between two polls before the others take over its partitions: at least 5 minutes. */
    Duration pollInterval() {
        return longer(SHORTEST_POLL_INTERVAL, batch.multipliedBy(BATCHES_OF_A_POLL));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
