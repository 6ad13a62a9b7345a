package pose.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;
import pose.stream.BatchInference;
import pose.stream.FrameBatch;
import pose.stream.FrameRequest;
import pose.stream.Poison;

/**
 * What the stream cannot be faster than: the same frames in full batches through the same model, the next batch decoded and
 * cropped beside the present one's inference. No Kafka, no queue, no waiting.
 */
final class BareTurn {

    private final BatchInference model;
    private final PreparedFrames frames;
    private final int cameras;
    private final int batch;

    BareTurn(BatchInference model, PreparedFrames frames, int cameras, int batch) {
        this.model = model;
        this.frames = frames;
        this.cameras = cameras;
        this.batch = batch;
    }

    /**
     * What a turn gave.
     *
     * @param inferredMillis median of the engine's time for a batch
     * @param engineBusy share of the time that the engine was at work, 0 to 1
     * @param cpuMillis milliseconds of processor time a frame
     */
    record Speed(double framesPerSecond, double inferredMillis, double engineBusy, double cpuMillis) {}

    /** Over so many batches, at least 4, by the middle of them. */
    Speed run(int batches, Waiting waiting) {
        long[] times = new long[batches];
        double[] inferred = new double[batches];
        CpuMeter cpu = new CpuMeter(() -> Duration.ZERO);
        try (Next next = new Next(prepare(0))) {
            for (int i = 0; i < batches; i++) {
                waiting.check();
                FrameBatch present = next.swap(i + 1 < batches ? prepare(i + 1) : null);
                try (present) {
                    present.awaitPrepared();
                    long began = System.nanoTime();
                    requireAnswers(present);
                    times[i] = System.nanoTime();
                    inferred[i] = (times[i] - began) / 1e6;
                }
                cpu.read(i);
            }
        }
        double[] counted = Arrays.copyOfRange(inferred, Window.first(batches) + 1, Window.last(batches) + 1);
        return new Speed(
                batch * Window.perSecond(times),
                Quantiles.median(counted),
                Arrays.stream(counted).sum() / 1e3 * Window.perSecond(times) / counted.length,
                cpu.perFrame(Window.first(batches), Window.last(batches)).stream() / batch);
    }

    /** Frames a second over batches of about this time, at least 4 of them. */
    double warmUp(Duration atLeast, Waiting waiting) {
        long began = System.nanoTime();
        double rate = run(4, waiting).framesPerSecond();
        while (System.nanoTime() - began < atLeast.toNanos()) {
            rate = run(8, waiting).framesPerSecond();
        }
        return rate;
    }

    private FrameBatch prepare(int number) {
        List<FrameRequest> requests = new ArrayList<>(batch);
        for (int i = number * batch; i < (number + 1) * batch; i++) {
            requests.add(new FrameRequest(frames.frame(FrameSender.camera(i % cameras), i / cameras, i, 0)));
        }
        return model.prepare(requests);
    }

    private static void requireAnswers(FrameBatch present) {
        present.infer().forEach(result -> {
            if (result instanceof Poison) {
                throw new UserMistake("the model does not take a prepared frame: " + result);
            }
        });
    }

    /** The batch that is prepared now; it does not stay behind where the loop ends early. */
    private static final class Next implements AutoCloseable {

        private @Nullable FrameBatch batch;

        Next(FrameBatch first) {
            batch = first;
        }

        /** Gives the batch and keeps the one behind it. */
        FrameBatch swap(@Nullable FrameBatch following) {
            FrameBatch present = Objects.requireNonNull(batch);
            batch = following;
            return present;
        }

        @Override
        public void close() {
            if (batch != null) {
                batch.close();
            }
        }
    }
}
