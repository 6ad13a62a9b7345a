package pose.app.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import pose.app.UserMistake;
import pose.app.broker.TemporaryFolder;

/**
 * Measures how long a picture of a live camera is on its way: from the moment that is drawn into it, through encoder, MPEG
 * transport stream over UDP, {@code pose ingest} and Kafka, until a reader of the topic has it.
 */
public final class LatencyBenchmark {

    private static final Duration START = Duration.ofSeconds(60);
    /** Until the JVM has compiled what it uses; no longer than is measured. */
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(10);

    private final FfmpegRun.Tool ffmpeg;
    private final Path folder;
    private final Duration time;
    private final Consumer<String> told;
    private final Waiting waiting;

    private LatencyBenchmark(Path ffmpeg, Path folder, Duration time, Consumer<String> told, BooleanSupplier stop) {
        this.ffmpeg = new FfmpegRun.Tool(ffmpeg, folder);
        this.folder = folder;
        this.time = time;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Runs it.
     *
     * @param ffmpeg encodes and sends
     * @param rates frames a second, one run after another
     * @param time that each is measured for
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     * @throws UserMistake where broker, ffmpeg or ingest do not start or end by themselves, or the user ends it
     */
    public static LatencyFigures run(
            Path ffmpeg, List<Integer> rates, Duration time, Consumer<String> told, BooleanSupplier stop) {
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker = BenchBroker.start(folder.path(), 1, Map.of())) {
            LatencyBenchmark benchmark = new LatencyBenchmark(ffmpeg, folder.path(), time, told, stop);
            List<LatencyFigures.Run> runs = new ArrayList<>();
            for (int fps : rates) {
                runs.add(benchmark.run(fps, broker));
            }
            return new LatencyFigures(runs, time);
        }
    }

    private LatencyFigures.Run run(int fps, BenchBroker broker) {
        List<Integer> ports = FreeUdpPorts.find(1);
        try (CameraTopic topic = new CameraTopic(broker, true);
                LiveIngest ingest = LiveIngest.start(folder, broker, ports);
                CameraFeed feed =
                        CameraFeed.ofPictures(ffmpeg, TimeBlocks.WIDTH, TimeBlocks.HEIGHT, fps, ports.get(0));
                StampedCamera camera = new StampedCamera(feed.pictures(), fps)) {
            BooleanSupplier good = () -> ingest.requireAlive() && feed.requireAlive() && camera.draws();
            waiting.until(() -> good.getAsBoolean() && topic.count() > 0, START, "the camera gave no frame");
            pause(time.compareTo(LONGEST_WARM_UP) < 0 ? time : LONGEST_WARM_UP, good);
            topic.forget();
            pause(time, good);
            List<CameraTopic.Arrival> arrivals = topic.arrivals();
            List<Long> ages = ages(arrivals);
            LatencyFigures.Run run = new LatencyFigures.Run(
                    fps,
                    arrivals.size(),
                    arrivals.size() - ages.size(),
                    topic.missing(),
                    Quantiles.of(ages.stream().mapToLong(Long::longValue), 1e3));
            told.accept(String.format(
                    Locale.ROOT,
                    "%d frames/s: p50 %.1f ms, p99 %.1f ms",
                    fps,
                    run.latency().p50(),
                    run.latency().p99()));
            return run;
        }
    }

    private static List<Long> ages(List<CameraTopic.Arrival> arrivals) {
        List<Long> ages = new ArrayList<>();
        for (CameraTopic.Arrival arrival : arrivals) {
            OptionalLong drawn = TimeBlocks.read(picture(Objects.requireNonNull(arrival.image())));
            drawn.ifPresent(micros -> ages.add(arrival.arrivedUs() - micros));
        }
        return ages;
    }

    private static BufferedImage picture(ByteBuffer image) {
        byte[] jpeg = new byte[image.remaining()];
        image.duplicate().get(jpeg);
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UserMistake("a frame on the topic is no JPEG: " + e.getMessage(), e);
        }
    }

    private void pause(Duration length, BooleanSupplier good) {
        long due = System.nanoTime() + length.toNanos();
        waiting.until(
                () -> good.getAsBoolean() && System.nanoTime() - due >= 0, length.plus(START), "no end of a pause");
    }
}
