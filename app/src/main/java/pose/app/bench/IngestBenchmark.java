package pose.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.config.TopicConfig;
import pose.app.UserMistake;
import pose.app.broker.TemporaryFolder;
import pose.athlete.SceneOptions;
import pose.ingest.SourceOptions;
import pose.ingest.source.picture.QuantiserStep;

/**
 * Measures a clip's way onto Kafka (decode, scale, JPEG, acknowledged by the broker, which is a process of its own) against the
 * {@code ffmpeg} command that decodes, scales and encodes the same clip and throws it away, in turns.
 */
public final class IngestBenchmark {

    /** One is not enough: the second compiler is still at work in the second turn. */
    private static final int WARM_UPS = 2;

    private static final int REPEATS = 3;

    private final IngestPlan plan;
    private final Consumer<String> told;
    private final Waiting waiting;

    /**
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     */
    public IngestBenchmark(IngestPlan plan, Consumer<String> told, BooleanSupplier stop) {
        this.plan = plan;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Runs it.
     *
     * @throws UserMistake where the clip cannot be read, ffmpeg cannot be run, the broker does not start, or the user ends it
     */
    public IngestFigures run() {
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker =
                        BenchBroker.start(folder.path(), 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))) {
            FfmpegRun.Tool ffmpeg = new FfmpegRun.Tool(plan.ffmpeg(), folder.path());
            return run(plan.clip().orElseGet(() -> rendered(folder.path(), ffmpeg)), ffmpeg, broker);
        }
    }

    private Path rendered(Path folder, FfmpegRun.Tool ffmpeg) {
        SceneOptions scene = new SceneOptions(1, 30, 1280, 720, plan.renderedSeconds(), 1);
        told.accept("rendering a clip of " + BenchClip.describe(scene, REPEATS));
        return BenchClip.render(folder, scene, REPEATS, ffmpeg, waiting);
    }

    private IngestFigures run(Path clip, FfmpegRun.Tool ffmpeg, BenchBroker broker) {
        SourceOptions options = plan.options();
        ClipFormat format = ClipFormat.of(clip, options);
        List<String> transcoding = transcoding(clip, format);
        told.accept("warming up");
        for (int i = 0; i < WARM_UPS; i++) {
            IngestRun.of(clip, options, broker, waiting);
            broker.forgetFrames();
        }
        FfmpegRun.of(ffmpeg, transcoding, waiting);
        List<FfmpegRun> bare = new ArrayList<>();
        List<IngestRun> ingest = new ArrayList<>();
        for (int turn = 1; turn <= plan.turns(); turn++) {
            FfmpegRun theirs = FfmpegRun.of(ffmpeg, transcoding, waiting);
            IngestRun ours = IngestRun.of(clip, options, broker, waiting);
            broker.forgetFrames();
            requireSame(theirs.frames(), ours.frames());
            bare.add(theirs);
            ingest.add(ours);
            told.accept(String.format(
                    Locale.ROOT,
                    "turn %d of %d: ffmpeg %.1f frames/s, ingest %.1f frames/s",
                    turn,
                    plan.turns(),
                    theirs.framesPerSecond(),
                    ours.framesPerSecond()));
        }
        return new IngestFigures(plan, format, bare, ingest);
    }

    private static void requireSame(long theirs, long ours) {
        if (theirs != ours) {
            throw new UserMistake("ffmpeg puts out " + theirs + " pictures of the clip and ingest " + ours
                    + ": they do not do the same");
        }
    }

    /** The same work: a thread for each processor to decode, as many to scale and as many to encode, which ingest stays below. */
    private List<String> transcoding(Path clip, ClipFormat format) {
        String threads = Integer.toString(Runtime.getRuntime().availableProcessors());
        String scale = String.format(
                Locale.ROOT,
                "scale=%d:%d:flags=%s:out_range=full:out_color_matrix=bt601,format=yuvj420p",
                format.width(),
                format.height(),
                format.smaller() ? "area+accurate_rnd" : "bicubic");
        return List.of(
                "-nostats",
                "-benchmark",
                "-filter_threads",
                threads,
                "-threads",
                threads,
                "-i",
                clip.toString(),
                "-map",
                "0:v:0",
                "-vf",
                scale,
                "-fps_mode",
                "passthrough",
                "-c:v",
                "mjpeg",
                "-q:v",
                Integer.toString(QuantiserStep.of(plan.quality())),
                "-threads",
                threads,
                "-f",
                "null",
                "-");
    }
}
