package pose.app.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.TopicConfig;
import pose.app.UserMistake;
import pose.app.broker.TemporaryFolder;

/**
 * Puts a steady load on {@code pose stream}, a process of its own, for a long time, and reads again and again what that
 * process holds: memory, threads, open files.
 */
public final class SoakBenchmark {

    private static final double MEBIBYTE = 1024 * 1024;
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration REST = Duration.ofSeconds(60);
    private static final Pattern NUMBERS_AT = Pattern.compile("numbers at (\\S+/metrics)");

    /** Frames need not stay: the disk must not fill up in an hour. */
    private static final Map<String, String> SHORT_LIVED = Map.of(
            TopicConfig.RETENTION_BYTES_CONFIG,
            Integer.toString(64 * 1024 * 1024),
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024));

    private final SoakPlan plan;
    private final Consumer<String> told;
    private final Waiting waiting;

    /**
     * @param told hears how far it is, in lines
     * @param stop asked again and again whether to end early
     */
    public SoakBenchmark(SoakPlan plan, Consumer<String> told, BooleanSupplier stop) {
        this.plan = plan;
        this.told = told;
        this.waiting = new Waiting(stop);
    }

    /**
     * Runs it.
     *
     * @throws UserMistake where broker or stream do not start or end by themselves, an event does not come, or the user
     *     ends it
     */
    public SoakReport run() {
        if (ProcessReading.self().isEmpty()) {
            throw new UserMistake("what a process holds is read below /proc, which this system does not have");
        }
        PreparedFrames frames = PreparedFrames.render(plan.pictures(), plan.width(), plan.height());
        try (TemporaryFolder folder = TemporaryFolder.create("pose-bench-");
                BenchBroker broker = BenchBroker.start(folder.path(), plan.partitions(), SHORT_LIVED);
                VisibleEvents events = new VisibleEvents(broker, 0);
                ChildCommand stream = stream(folder.path(), broker);
                FrameSender sender = new FrameSender(broker, frames, plan.cameras());
                Pace pace = new Pace(sender, Integer.MAX_VALUE, plan.cameras() * plan.framesPerSecond())) {
            return run(stream, pace, events);
        }
    }

    private ChildCommand stream(Path folder, BenchBroker broker) {
        List<String> arguments =
                new ArrayList<>(List.of("stream", "--bootstrap", broker.bootstrap(), "--metrics-port", "0"));
        arguments.addAll(plan.streamArguments());
        return ChildCommand.start(folder, List.of(), arguments);
    }

    private SoakReport run(ChildCommand stream, Pace pace, VisibleEvents events) {
        pace.start();
        waiting.until(() -> good(stream, pace) && events.seen() > 0, START, "the stream gave no event");
        MetricsPage metrics = new MetricsPage(URI.create(numbersAt(stream)));
        List<SoakReading> readings = new ArrayList<>();
        long began = System.nanoTime();
        Duration longest = plan.time().plus(plan.between());
        for (Duration at = Duration.ZERO; at.compareTo(plan.time()) <= 0; at = at.plus(plan.between())) {
            long due = began + at.toNanos();
            waiting.until(
                    () -> good(stream, pace) && System.nanoTime() - due >= 0, longest, "the readings were not done");
            readings.add(read(stream, metrics, (System.nanoTime() - began) / 60e9, pace.sent(), events.seen()));
            tell(readings.get(readings.size() - 1));
        }
        pace.stop();
        pace.finish();
        pace.requireGood();
        waiting.until(() -> good(stream, pace) && events.seen() >= pace.sent(), REST, "not every frame was answered");
        return new SoakReport(
                readings,
                pace.sent(),
                events.seen(),
                process(stream).peakMebibytes(),
                stream.cpu().toNanos() / 1e6 / events.seen());
    }

    private static boolean good(ChildCommand stream, Pace pace) {
        stream.requireAlive();
        pace.requireGood();
        return true;
    }

    private static String numbersAt(ChildCommand stream) {
        return stream.told().stream()
                .map(NUMBERS_AT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new UserMistake("'pose stream' does not say where its numbers are"));
    }

    private static SoakReading read(ChildCommand stream, MetricsPage metrics, double minutes, int sent, int answered) {
        String page = metrics.read();
        return new SoakReading(
                minutes,
                process(stream),
                MetricsPage.sum(page, "jvm_memory_used_bytes", "area=\"heap\"") / MEBIBYTE,
                MetricsPage.sum(page, "jvm_buffer_memory_used_bytes", "id=\"direct\"") / MEBIBYTE,
                sent,
                answered);
    }

    private static ProcessReading process(ChildCommand stream) {
        Optional<ProcessReading> reading = ProcessReading.of(stream.pid());
        if (reading.isEmpty()) {
            stream.requireAlive();
        }
        return reading.orElseThrow(() -> new UserMistake("what 'pose stream' holds cannot be read"));
    }

    private void tell(SoakReading reading) {
        told.accept(String.format(
                Locale.ROOT,
                "%.1f min · %.0f MiB resident · heap %.0f · direct %.1f · %d threads · %d files · %d frames sent · %d behind",
                reading.minutes(),
                reading.process().residentMebibytes(),
                reading.heapMebibytes(),
                reading.directMebibytes(),
                reading.process().threads(),
                reading.process().files(),
                reading.sent(),
                reading.sent() - reading.answered()));
    }
}
