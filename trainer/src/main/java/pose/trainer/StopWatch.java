package pose.trainer;

import java.util.Optional;
import pose.trainer.data.DataSetException;

/** How long steps take, and how much of it is waiting for batches. Judging is left out. */
final class StopWatch {

    private long learning;
    private long waited;
    private long pictures;
    private long since = System.nanoTime();

    /** The loader's next batch; the wait for it is counted. */
    Optional<Batch> next(BatchLoader<Batch> loader) throws DataSetException, InterruptedException {
        long from = System.nanoTime();
        Optional<Batch> batch = loader.next();
        waited += System.nanoTime() - from;
        return batch;
    }

    /** An epoch's steps begin. */
    void begin() {
        since = System.nanoTime();
    }

    /** A step of this many pictures is done. */
    void stepped(int batch) {
        long now = System.nanoTime();
        learning += now - since;
        since = now;
        pictures += batch;
    }

    double picturesPerSecond() {
        return learning == 0 ? 0 : pictures * 1e9 / learning;
    }

    /** Share of the time, 0 to 1. */
    double waitingShare() {
        return learning == 0 ? 0 : Math.min(1, (double) waited / learning);
    }
}
