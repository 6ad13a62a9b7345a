package pose.app.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pose.app.UserMistake;
import pose.stream.BatchInference;
import pose.stream.BatchTimes;
import pose.stream.PersonFinding;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;

/**
 * A stream on frames that were all there before it began.
 *
 * @param framesPerSecond in the middle of the turn, see {@link Window}
 * @param batchFrames frames in a batch on average
 * @param preparedMillis median of how long the engine waited for a batch's last picture
 * @param inferredMillis median of the engine's time for a batch
 * @param engineBusy share of the time that the engine was at work, 0 to 1 for each device
 * @param cpu milliseconds a frame
 */
record BacklogTurn(
        double framesPerSecond,
        double batchFrames,
        double preparedMillis,
        double inferredMillis,
        double engineBusy,
        CpuMeter.PerFrame cpu) {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    /**
     * Runs one.
     *
     * @param config of a consumer group that has read nothing yet
     * @param frames to wait for; at most as many as there are
     */
    static BacklogTurn run(StreamConfig config, BatchInference model, int frames, BenchBroker broker, Waiting waiting)
            throws StreamSetupException {
        return run(config, Optional.empty(), model, frames, broker, waiting);
    }

    /** As the other, of a stream with a locator. */
    static BacklogTurn run(
            StreamConfig config,
            Optional<PersonFinding> locator,
            BatchInference model,
            int frames,
            BenchBroker broker,
            Waiting waiting)
            throws StreamSetupException {
        AnswerLog log = new AnswerLog(frames);
        CpuMeter cpu = new CpuMeter(broker::cpu);
        try (PoseStream stream = new PoseStream(config, locator, model, log)) {
            stream.start();
            for (int before = -1; log.answers() < frames; before = log.answers()) {
                int known = before;
                waiting.until(() -> moved(stream, log, known), LONGEST_SILENCE, "the stream answered no frame");
                cpu.read(log.answers());
            }
        }
        if (log.others() > 0) {
            throw new UserMistake(
                    log.others() + " of " + log.answers() + " prepared frames were not answered by a pose");
        }
        List<BatchTimes> batches = log.batchesOfFrames(Window.first(frames), Window.last(frames));
        return new BacklogTurn(
                Window.perSecond(log.times()),
                batches.stream().mapToInt(BatchTimes::frames).average().orElse(Double.NaN),
                median(batches, BatchTimes::prepared),
                median(batches, BatchTimes::inferred),
                batches.stream()
                                .mapToDouble(batch -> batch.inferred().toNanos() / 1e9)
                                .sum()
                        / batches.stream().mapToInt(BatchTimes::frames).sum()
                        * Window.perSecond(log.times()),
                cpu.perFrame(Window.first(frames), Window.last(frames)));
    }

    /** Whether more was answered than before; throws where the stream has failed. */
    static boolean moved(PoseStream stream, AnswerLog log, int before) {
        stream.failure().ifPresent(failure -> {
            throw new UserMistake("the stream stopped: " + failure.getMessage(), failure);
        });
        return log.answers() > before;
    }

    /** In milliseconds. */
    static double median(List<BatchTimes> batches, Function<BatchTimes, Duration> part) {
        return Quantiles.median(batches.stream()
                .mapToDouble(batch -> part.apply(batch).toNanos() / 1e6)
                .toArray());
    }
}
