package pose.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import pose.app.bench.SteadyRate;
import pose.app.bench.StreamBenchmark;
import pose.app.bench.StreamPlan;
import pose.app.bench.StreamReport;
import pose.app.bench.StreamTables;
import pose.stream.LiveModel;
import pose.stream.StreamSetupException;

/** {@code pose bench stream}: frames through Kafka next to the bare loop over the same frames. */
@Command(
        name = "stream",
        description = {
            "Measures a stream with a broker of its own (a process beside this one): frames a second from a backlog, in turns "
                    + "with the bare loop (the same model on the same frames in full batches, the next batch prepared beside "
                    + "the present one's inference; no Kafka); then latency at a fixed rate.",
            "",
            "The frames are rendered athletes, encoded beforehand. Of each turn the middle counts, from the answer to a fifth "
                    + "of the frames to that to nine tenths; figures of several turns are medians. Prints the figures on "
                    + "standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench stream",
            "  pose bench stream --exactly-once --rate 50% --json stream.json",
            "  pose bench stream --cameras 4 --partitions 2 --size 640x360 --seconds 5"
        })
public final class BenchStreamCommand implements Callable<Integer> {

    @Mixin
    private BenchLoad load = new BenchLoad();

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "0",
            converter = Frames.class,
            description = "Frames in the backlog, at least four batches (default: as many as the bare loop does in "
                    + "--seconds).")
    private int frames;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            converter = Seconds.class,
            description = "How long one turn takes, and the fixed rate lasts, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "3",
            converter = Turns.class,
            description = "Turns of the stream and of the bare loop each, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Option(
            names = "--rate",
            paramLabel = "F|P%%",
            defaultValue = "50%",
            converter = Rate.class,
            description =
                    "The fixed rate: frames a second of each camera, or a share of the stream's rate from the backlog "
                            + "(default: half of it).")
    private SteadyRate rate = new SteadyRate.Share(0.5);

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        PrintWriter err = spec.commandLine().getErr();
        StreamPlan plan = plan();
        json.check();
        return Measurement.run(spec, stop -> {
            try (LiveModel live = model.load(devices)) {
                StreamReport report = new StreamBenchmark(plan, live, err::println, stop).run();
                json.tell(spec, StreamTables.text(report), report.toMap());
            }
        });
    }

    private StreamPlan plan() {
        return Measurement.plan(
                spec,
                () -> new StreamPlan(
                        load.cameras(),
                        load.partitions(),
                        load.size().width(),
                        load.size().height(),
                        load.pictures(),
                        frames,
                        Duration.ofSeconds(seconds),
                        turns,
                        Duration.ofSeconds(seconds),
                        rate,
                        load.threads(),
                        load.batching(),
                        load.exactlyOnce()));
    }

    /** A number of frames, or 0. */
    static final class Frames extends Bounded {
        Frames() {
            super(0, 10_000_000);
        }
    }

    /** A number of turns. */
    static final class Turns extends Bounded {
        Turns() {
            super(1, 100);
        }
    }

    /** A rate, see {@link SteadyRate#parse}. */
    static final class Rate implements ITypeConverter<SteadyRate> {
        @Override
        public SteadyRate convert(String text) {
            try {
                return SteadyRate.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
