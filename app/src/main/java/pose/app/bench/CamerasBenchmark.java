package pose.app.bench;

import java.nio.file.Path;
import java.time.Duration;
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

/**
 * Puts so many live cameras on {@code pose ingest}, a process of its own, and measures what that process takes: processor time,
 * memory, and whether a frame is missing.
 */
public final class CamerasBenchmark {

    private static final int PARTITIONS = 4;
    private static final int FPS = 10;
    private static final Duration START = Duration.ofSeconds(60);
    /** Until the JVM has compiled what it uses; no longer than is measured. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

    private final FfmpegRun.Tool ffmpeg;
    private final TemporaryFolder folder;
    private final Duration time;
    private final Consumer<String> told;
    private final Waiting waiting;

    private CamerasBenchmark(
            Path ffmpeg, TemporaryFolder folder, Duration time, Consumer<String> told, BooleanSupplier stop) {
        this.ffmpeg = new FfmpegRun.Tool(ffmpeg, folder.path());
        this.folder = folder;
        this.time = time;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Runs it.
     *
     * @param ffmpeg stands in for the cameras
     * @param cameras how many, one run after another
     * @param time that each is measured for
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     * @throws UserMistake where broker, ffmpeg or ingest do not start or end by themselves, or the user ends it
     */
    public static CamerasFigures run(
            Path ffmpeg, List<Integer> cameras, Duration time, Consumer<String> told, BooleanSupplier stop) {
        if (ProcessReading.self().isEmpty()) {
            throw new UserMistake("what a process holds is read below /proc, which this system does not have");
        }
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker = BenchBroker.start(
                        folder.path(),
                        PARTITIONS,
                        Map.of(
                                TopicConfig.RETENTION_BYTES_CONFIG, Integer.toString(64 << 20),
                                TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(16 << 20)))) {
            return new CamerasBenchmark(ffmpeg, folder, time, told, stop).run(cameras, broker);
        }
    }

    private CamerasFigures run(List<Integer> cameras, BenchBroker broker) {
        SceneOptions scene = new SceneOptions(1, FPS, 640, 360, 20, 1);
        told.accept("rendering a clip of " + BenchClip.describe(scene, 1));
        Path clip = BenchClip.render(folder.path(), scene, 1, ffmpeg, waiting);
        List<CamerasFigures.Run> runs = new ArrayList<>();
        for (int count : cameras) {
            runs.add(run(count, clip, broker));
        }
        return new CamerasFigures(runs, FPS, time);
    }

    private CamerasFigures.Run run(int count, Path clip, BenchBroker broker) {
        List<Integer> ports = FreeUdpPorts.find(count);
        try (CameraTopic topic = new CameraTopic(broker, false);
                LiveIngest ingest = LiveIngest.start(folder.path(), broker, ports);
                CameraFeed feed = CameraFeed.ofClip(ffmpeg, clip, ports)) {
            BooleanSupplier good = () -> ingest.requireAlive() && feed.requireAlive();
            waiting.until(
                    () -> good.getAsBoolean() && topic.cameras() == count, START, "not every camera gave a frame");
            pause(time.compareTo(LONGEST_WARM_UP) < 0 ? time : LONGEST_WARM_UP, good);
            topic.forget();
            Duration cpu = ingest.cpu();
            long began = System.nanoTime();
            double most = 0;
            while (System.nanoTime() - began < time.toNanos()) {
                pause(BETWEEN_READINGS, good);
                most = Math.max(most, ingest.reading().residentMebibytes());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Duration taken = ingest.cpu().minus(cpu);
            CamerasFigures.Run run = new CamerasFigures.Run(
                    count,
                    topic.count() / seconds,
                    topic.missing(),
                    taken.toNanos() / 1e6 / seconds / count,
                    most,
                    ingest.reading().threads(),
                    ingest.guardMebibytes());
            told.accept(String.format(
                    Locale.ROOT,
                    "%d cameras: %.1f frames/s, %d missing, %.1f ms CPU a second a camera, %.0f MiB",
                    count,
                    run.framesPerSecond(),
                    run.missing(),
                    run.cpuMillisASecond(),
                    run.residentMebibytes()));
            return run;
        }
    }

    private void pause(Duration time, BooleanSupplier good) {
        long due = System.nanoTime() + time.toNanos();
        waiting.until(() -> good.getAsBoolean() && System.nanoTime() - due >= 0, time.plus(START), "no end of a pause");
    }
}
