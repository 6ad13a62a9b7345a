package pose.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.bench.SoakBenchmark;
import pose.app.bench.SoakPlan;
import pose.app.bench.SoakReport;
import pose.stream.BatchPolicy;
import pose.stream.StreamSetupException;

/** {@code pose bench soak}: what a stream's process holds over a long time at a steady load. */
@Command(
        name = "soak",
        description = {
            "Puts a steady load on 'pose stream', a process of its own with this one's options of the JVM, and reads its memory, "
                    + "threads and open files: do they stay what they are?",
            "",
            "Prints, for the later half of the time, the slope of each with its standard error. Needs /proc (Linux)."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench soak                                   half an hour",
            "  pose bench soak --seconds 600 --rate 2 --exactly-once --json soak.json"
        })
public final class BenchSoakCommand implements Callable<Integer> {

    private static final int READINGS = 180;

    @Mixin
    private BenchLoad load = new BenchLoad();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1800",
            converter = LongSeconds.class,
            description = "How long, 1 to 86400 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rate",
            paramLabel = "F",
            defaultValue = "4",
            description = "Frames a second of each camera (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description = "As pose stream takes it (default: the version that comes with pose).")
    private @Nullable String weights;

    @Option(
            names = "--locator",
            paramLabel = "LOCATOR",
            defaultValue = "whole",
            description = "As pose stream takes it (default: ${DEFAULT-VALUE}).")
    private String locator = "";

    @Option(names = "--engine", paramLabel = "ENGINE", description = "As pose stream takes it (default: auto).")
    private @Nullable String engine;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        PrintWriter err = spec.commandLine().getErr();
        SoakPlan plan = plan();
        json.check();
        return Measurement.run(spec, stop -> {
            SoakReport report = new SoakBenchmark(plan, err::println, stop).run();
            json.tell(spec, report.text(), report.toMap());
        });
    }

    private SoakPlan plan() {
        return Measurement.plan(
                spec,
                () -> new SoakPlan(
                        load.cameras(),
                        load.partitions(),
                        load.size().width(),
                        load.size().height(),
                        load.pictures(),
                        rate,
                        Duration.ofSeconds(seconds),
                        Duration.ofSeconds(Math.max(1, seconds / READINGS)),
                        streamArguments()));
    }

    private List<String> streamArguments() {
        BatchPolicy batching = load.batching();
        List<String> arguments = new ArrayList<>(List.of(
                "--locator", locator,
                "--threads", Integer.toString(load.threads()),
                "--max-batch", Integer.toString(batching.maxBatch()),
                "--max-delay", Long.toString(batching.maxDelay().toMillis())));
        if (load.exactlyOnce()) {
            arguments.add("--exactly-once");
        }
        if (weights != null) {
            arguments.addAll(List.of("--weights", weights));
        }
        if (engine != null) {
            arguments.addAll(List.of("--engine", engine));
        }
        return arguments;
    }

    /** A time to measure, 1 s to 1 day. */
    static final class LongSeconds extends Bounded {
        LongSeconds() {
            super(1, 86_400);
        }
    }
}
