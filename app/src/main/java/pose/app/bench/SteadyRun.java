package pose.app.bench;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams.State;
import pose.stream.BatchInference;
import pose.stream.BatchTimes;
import pose.stream.PoseStream;
import pose.stream.StreamConfig;
import pose.stream.StreamSetupException;

/**
 * A stream on frames that come at a fixed rate, evenly, one camera after another.
 *
 * @param wantedRate frames a second
 * @param sentRate frames a second that were sent
 * @param forward from a frame's capture, which is when it was sent, until its event was handed to the producer, in ms
 * @param visible from a frame's capture until a consumer of committed events has its event, in ms
 * @param batchFrames frames in a batch on average
 * @param queued how long a batch's oldest frame waited until the batch was closed, in ms
 * @param inferred the engine's time for a batch, in ms
 * @param cpu milliseconds a frame
 */
record SteadyRun(
        double wantedRate,
        double sentRate,
        int frames,
        Quantiles forward,
        Quantiles visible,
        double batchFrames,
        Quantiles queued,
        Quantiles prepared,
        Quantiles inferred,
        CpuMeter.PerFrame cpu) {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /**
     * Runs one.
     *
     * @param config of a consumer group that has read nothing yet; there must be no frames yet
     * @param rate frames a second
     */
    static SteadyRun run(
            StreamConfig config,
            BatchInference model,
            PreparedFrames frames,
            StreamPlan plan,
            double rate,
            BenchBroker broker,
            Waiting waiting)
            throws StreamSetupException {
        int count = (int) Math.max(10, Math.round(rate * plan.steady().toNanos() / 1e9));
        AnswerLog log = new AnswerLog(count);
        CpuMeter cpu = new CpuMeter(broker::cpu);
        try (PoseStream stream = new PoseStream(config, model, log);
                VisibleEvents visible = new VisibleEvents(broker, count);
                FrameSender sender = new FrameSender(broker, frames, plan.cameras());
                Pace pace = new Pace(sender, count, rate)) {
            stream.start();
            waiting.until(() -> stream.state() == State.RUNNING, START, "the stream did not begin to run");
            pace.start();
            for (int before = -1; visible.seen() < count; before = log.answers()) {
                int known = before;
                waiting.until(
                        () -> BacklogTurn.moved(stream, log, known) || visible.seen() >= count || pace.failed(),
                        LONGEST_SILENCE,
                        "the stream answered no frame");
                pace.requireGood();
                cpu.read(log.answers());
                if (log.answers() >= count) {
                    waiting.until(() -> visible.seen() >= count, LONGEST_SILENCE, "not every event became visible");
                }
            }
            pace.finish();
            return of(log, visible, pace, cpu, rate);
        }
    }

    /** Both latencies are of the same frames, also of those that were answered only after the last was sent. */
    private static SteadyRun of(AnswerLog log, VisibleEvents visible, Pace pace, CpuMeter cpu, double rate) {
        int count = log.answers();
        long from = pace.began() + (long) ((pace.ended() - pace.began()) * 0.2);
        long to = pace.ended();
        List<BatchTimes> batches = log.batches(from, to);
        return new SteadyRun(
                rate,
                (count - 1) * 1e9 / (pace.ended() - pace.began()),
                count,
                Quantiles.of(log.ages(from, to), 1e3),
                Quantiles.of(visible.ages(from, to), 1e3),
                batches.stream().mapToInt(BatchTimes::frames).average().orElse(Double.NaN),
                Quantiles.of(batches.stream().mapToLong(b -> b.queued().toNanos()), 1e6),
                Quantiles.of(batches.stream().mapToLong(b -> b.prepared().toNanos()), 1e6),
                Quantiles.of(batches.stream().mapToLong(b -> b.inferred().toNanos()), 1e6),
                cpu.perFrame(Window.first(count), Window.last(count)));
    }
}
