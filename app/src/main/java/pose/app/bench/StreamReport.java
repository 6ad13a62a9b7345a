package pose.app.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What {@code pose bench stream} measured.
 *
 * @param pictureBytes average length of a JPEG
 * @param backlogFrames in each turn
 * @param bare the bare loop's turns
 * @param backlog the stream's turns
 * @param commitInterval of the stream
 * @param peakMebibytes the most memory this process has had, the benchmark's own pictures and Kafka clients with it
 */
public record StreamReport(
        StreamPlan plan,
        long pictureBytes,
        int backlogFrames,
        List<BareTurn.Speed> bare,
        List<BacklogTurn> backlog,
        SteadyRun steady,
        Duration commitInterval,
        double peakMebibytes) {

    /** The goals: what share of the bare loop the stream reaches, and how full its batches are. */
    static final double RATIO_GOAL = 0.9;

    static final double FILL_GOAL = 0.9;

    public StreamReport {
        bare = List.copyOf(bare);
        backlog = List.copyOf(backlog);
    }

    double bareRate() {
        return bareMedian(BareTurn.Speed::framesPerSecond);
    }

    double backlogRate() {
        return median(backlog, BacklogTurn::framesPerSecond);
    }

    /** The median of a figure over the bare loop's turns. */
    double bareMedian(ToDoubleFunction<BareTurn.Speed> figure) {
        return Quantiles.median(bare.stream().mapToDouble(figure).toArray());
    }

    /** The stream over the bare loop. */
    public double ratio() {
        return backlogRate() / bareRate();
    }

    /** How full the batches were from the backlog, 0 to 1. */
    double backlogFill() {
        return median(backlog, BacklogTurn::batchFrames) / plan.maxBatch();
    }

    /** How full the batches were at the fixed rate, 0 to 1. */
    double steadyFill() {
        return steady.batchFrames() / plan.maxBatch();
    }

    /** What the 99th percentile of the forward latency may be: the batch delay and three batches' inference. */
    double forwardGoalMillis() {
        return plan.batching().maxDelay().toNanos() / 1e6
                + 3 * steady.inferred().p50();
    }

    /** What the median of the visible latency may be under exactly-once: two commits more. */
    double visibleGoalMillis() {
        return forwardGoalMillis() + 2.0 * commitInterval.toMillis();
    }

    static double median(List<BacklogTurn> turns, ToDoubleFunction<BacklogTurn> figure) {
        return Quantiles.median(turns.stream().mapToDouble(figure).toArray());
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ratio", ratio());
        map.put("ratio_goal", RATIO_GOAL);
        map.put("setup", setup());
        map.put("bare", bareMap());
        map.put("backlog", backlogMap());
        map.put("steady", steadyMap());
        map.put("benchmark_process_peak_mebibytes", peakMebibytes);
        return map;
    }

    private Map<String, Object> setup() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cameras", plan.cameras());
        map.put("partitions", plan.partitions());
        map.put("width_pixels", plan.width());
        map.put("height_pixels", plan.height());
        map.put("distinct_pictures", plan.pictures());
        map.put("picture_bytes", pictureBytes);
        map.put("threads", plan.threads());
        map.put("max_batch_frames", plan.maxBatch());
        map.put("max_delay_ms", plan.batching().maxDelay().toMillis());
        map.put("commit_interval_ms", commitInterval.toMillis());
        map.put("exactly_once", plan.exactlyOnce());
        map.put("processors", Runtime.getRuntime().availableProcessors());
        return map;
    }

    private Map<String, Object> bareMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames_per_second", bareRate());
        map.put(
                "turns_frames_per_second",
                bare.stream().map(BareTurn.Speed::framesPerSecond).toList());
        map.put("batch_inferred_p50_ms", bareMedian(BareTurn.Speed::inferredMillis));
        map.put("engine_busy", bareMedian(BareTurn.Speed::engineBusy));
        map.put("cpu_ms_per_frame", bareMedian(BareTurn.Speed::cpuMillis));
        return map;
    }

    private Map<String, Object> backlogMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("frames", backlogFrames);
        map.put("frames_per_second", backlogRate());
        map.put(
                "turns_frames_per_second",
                backlog.stream().map(BacklogTurn::framesPerSecond).toList());
        map.put("batch_fill", backlogFill());
        map.put("batch_fill_goal", FILL_GOAL);
        map.put("batch_waited_for_pictures_p50_ms", median(backlog, BacklogTurn::preparedMillis));
        map.put("batch_inferred_p50_ms", median(backlog, BacklogTurn::inferredMillis));
        map.put("engine_busy", median(backlog, BacklogTurn::engineBusy));
        map.put("stream_cpu_ms_per_frame", median(backlog, turn -> turn.cpu().stream()));
        map.put("broker_cpu_ms_per_frame", median(backlog, turn -> turn.cpu().broker()));
        return map;
    }

    private Map<String, Object> steadyMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("wanted_frames_per_second", steady.wantedRate());
        map.put("sent_frames_per_second", steady.sentRate());
        map.put("frames", steady.frames());
        map.putAll(steady.forward().inMillis("forward"));
        map.put("forward_p99_goal_ms", forwardGoalMillis());
        map.putAll(steady.visible().inMillis("visible"));
        map.put("visible_p50_goal_exactly_once_ms", visibleGoalMillis());
        map.put("batch_fill", steadyFill());
        map.putAll(steady.queued().inMillis("batch_queued"));
        map.putAll(steady.prepared().inMillis("batch_waited_for_pictures"));
        map.putAll(steady.inferred().inMillis("batch_inferred"));
        map.put("stream_cpu_ms_per_frame", steady.cpu().stream());
        map.put("broker_cpu_ms_per_frame", steady.cpu().broker());
        return map;
    }
}
