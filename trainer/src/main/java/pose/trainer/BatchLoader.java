package pose.trainer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pose.trainer.data.DataSetException;

/**
 * One epoch's batches in a shuffled order that the seed and the epoch decide, made ahead on threads of their own.
 *
 * @param <B> what a step learns from
 */
public final class BatchLoader<B> implements AutoCloseable {

    /** Makes a batch of the samples with these indices; called from several threads. */
    @FunctionalInterface
    public interface Maker<B> {
        B make(int[] indices) throws DataSetException;
    }

    private final Maker<B> maker;
    private final int[] order;
    private final int batch;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Future<B>> underWay = new ArrayDeque<>();
    private int next;

    /**
     * @param firstStep batches of this epoch to pass over, where a run resumes within it
     * @param workers loader threads, at least 1
     */
    public BatchLoader(Maker<B> maker, int samples, int batch, long seed, int epoch, int firstStep, int workers) {
        this.maker = maker;
        this.batch = batch;
        order = shuffled(samples, new Random(seed * 31 + epoch));
        next = firstStep * batch;
        ahead = workers + 2;
        threads = Executors.newFixedThreadPool(workers, run -> {
            Thread thread = new Thread(run, "batch-loader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Full batches in an epoch; what is left over waits for another epoch's order. */
    public static int steps(int samples, int batch) {
        return samples / batch;
    }

    /** The next batch, or nothing at the epoch's end. */
    public Optional<B> next() throws DataSetException, InterruptedException {
        while (underWay.size() < ahead && next + batch <= order.length) {
            int[] indices = java.util.Arrays.copyOfRange(order, next, next + batch);
            underWay.add(threads.submit(() -> maker.make(indices)));
            next += batch;
        }
        Future<B> oldest = underWay.poll();
        if (oldest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(oldest.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DataSetException bad) {
                throw bad;
            }
            throw new IllegalStateException("a batch could not be made: " + e.getCause(), e.getCause());
        }
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
