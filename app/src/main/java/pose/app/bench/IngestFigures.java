package pose.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import pose.app.console.TextTable;
import pose.ingest.source.file.FfmpegSource;

/**
 * What {@code pose bench ingest} measured.
 *
 * @param bare turns of the ffmpeg command
 * @param ingest turns of ours, as many
 */
public record IngestFigures(IngestPlan plan, ClipFormat format, List<FfmpegRun> bare, List<IngestRun> ingest) {

    /** The goal: what share of the bare command's rate ingest reaches. */
    static final double RATIO_GOAL = 0.9;

    public IngestFigures {
        bare = List.copyOf(bare);
        ingest = List.copyOf(ingest);
    }

    private double bareMedian(ToDoubleFunction<FfmpegRun> figure) {
        return Quantiles.median(bare.stream().mapToDouble(figure).toArray());
    }

    private double median(ToDoubleFunction<IngestRun> figure) {
        return Quantiles.median(ingest.stream().mapToDouble(figure).toArray());
    }

    /** Ingest's rate over the bare command's. */
    public double ratio() {
        return median(IngestRun::framesPerSecond) / bareMedian(FfmpegRun::framesPerSecond);
    }

    /** A table; no line end behind the last line. */
    public String text() {
        TextTable table = new TextTable("median of " + ingest.size() + " turns", "ffmpeg", "ingest", "goal");
        table.row("frames/s", one(bareMedian(FfmpegRun::framesPerSecond)), one(median(IngestRun::framesPerSecond)), "");
        table.row("ingest over ffmpeg", "", two(ratio()), "≥ " + two(RATIO_GOAL));
        table.row("CPU, ms a frame", two(bareMedian(FfmpegRun::cpuMillis)), two(median(IngestRun::cpuMillis)), "");
        table.row("CPU of the broker, ms a frame", "", two(median(IngestRun::brokerMillis)), "");
        table.row("JPEG, KiB a frame", "", one(pictureBytes() / 1024), "");
        return setup() + System.lineSeparator() + System.lineSeparator() + table;
    }

    private String setup() {
        return String.format(
                Locale.ROOT,
                "%d frames of %d×%d to JPEG of %d×%d at quality %d; ffmpeg: %d threads each to decode, to scale and to encode, "
                        + "then thrown away; ingest: 1 to decode, %d to scale and encode, then Kafka; %d processors",
                ingest.get(0).frames(),
                format.clipWidth(),
                format.clipHeight(),
                format.width(),
                format.height(),
                plan.quality(),
                Runtime.getRuntime().availableProcessors(),
                FfmpegSource.threads(),
                Runtime.getRuntime().availableProcessors());
    }

    private double pictureBytes() {
        return median(run -> (double) run.bytes() / run.frames());
    }

    /** As {@code --json} writes it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ratio", ratio());
        map.put("ratio_goal", RATIO_GOAL);
        Map<String, Object> setup = new LinkedHashMap<>();
        setup.put("clip", plan.clip().map(Object::toString).orElse("rendered"));
        setup.put("frames", ingest.get(0).frames());
        setup.put("clip_width_pixels", format.clipWidth());
        setup.put("clip_height_pixels", format.clipHeight());
        setup.put("width_pixels", format.width());
        setup.put("height_pixels", format.height());
        setup.put("quality", plan.quality());
        setup.put("ffmpeg_threads_for_each_stage", Runtime.getRuntime().availableProcessors());
        setup.put("ingest_decoding_threads", 1);
        setup.put("ingest_encoding_threads", FfmpegSource.threads());
        setup.put("picture_bytes", pictureBytes());
        setup.put("processors", Runtime.getRuntime().availableProcessors());
        map.put("setup", setup);
        Map<String, Object> theirs = new LinkedHashMap<>();
        theirs.put("frames_per_second", bareMedian(FfmpegRun::framesPerSecond));
        theirs.put(
                "turns_frames_per_second",
                bare.stream().map(FfmpegRun::framesPerSecond).toList());
        theirs.put("cpu_ms_per_frame", bareMedian(FfmpegRun::cpuMillis));
        map.put("ffmpeg", theirs);
        Map<String, Object> ours = new LinkedHashMap<>();
        ours.put("frames_per_second", median(IngestRun::framesPerSecond));
        ours.put(
                "turns_frames_per_second",
                ingest.stream().map(IngestRun::framesPerSecond).toList());
        ours.put("cpu_ms_per_frame", median(IngestRun::cpuMillis));
        ours.put("broker_cpu_ms_per_frame", median(IngestRun::brokerMillis));
        map.put("ingest", ours);
        return map;
    }

    private static String one(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }
}
