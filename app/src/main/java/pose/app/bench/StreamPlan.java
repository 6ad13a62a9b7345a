package pose.app.bench;

import java.time.Duration;
import pose.stream.BatchPolicy;

/**
 * What {@code pose bench stream} measures.
 *
 * @param cameras how many cameras send, 1 to 1000
 * @param partitions of every topic, 1 to 1000
 * @param width of the pictures in pixels
 * @param height of the pictures in pixels
 * @param pictures distinct pictures, at least 1
 * @param frames in the backlog; 0 for as many as the bare loop does in {@code turn}
 * @param turn about how long one turn from the backlog takes
 * @param turns of the stream and of the bare loop, each, at least 1
 * @param steady how long frames come at a fixed rate
 * @param rate at which they come
 * @param threads of the stream
 * @param batching how frames become batches
 * @param exactlyOnce whether the stream delivers exactly once
 */
public record StreamPlan(
        int cameras,
        int partitions,
        int width,
        int height,
        int pictures,
        int frames,
        Duration turn,
        int turns,
        Duration steady,
        SteadyRate rate,
        int threads,
        BatchPolicy batching,
        boolean exactlyOnce) {

    /** A backlog's turn leaves out its beginning and its end: below this many batches nothing would remain. */
    private static final int LEAST_BATCHES = 4;

    public StreamPlan {
        require(cameras >= 1 && cameras <= 1000, "cameras", cameras, "1 to 1000");
        require(partitions >= 1 && partitions <= 1000, "partitions", partitions, "1 to 1000");
        require(pictures >= 1, "pictures", pictures, "at least 1");
        require(turns >= 1, "turns", turns, "at least 1");
        int least = LEAST_BATCHES * batching.maxBatch();
        require(
                frames == 0 || frames >= least,
                "frames",
                frames,
                "at least " + least + ", which is " + LEAST_BATCHES + " batches");
    }

    private static void require(boolean good, String what, Object value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException("--" + what + " is " + value + "; allowed: " + allowed);
        }
    }

    /** How many frames a backlog holds where the bare loop does so many a second: whole batches. */
    int backlog(double bareFramesPerSecond) {
        double wanted = frames > 0 ? frames : bareFramesPerSecond * turn.toNanos() / 1e9;
        return (int) Math.max(LEAST_BATCHES, Math.round(wanted / maxBatch())) * maxBatch();
    }

    int maxBatch() {
        return batching.maxBatch();
    }
}
