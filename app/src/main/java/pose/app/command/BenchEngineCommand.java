package pose.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.TextTable;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledLocator;
import pose.cpm.BundledWeights;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.WeightsVersion;
import pose.cpm.bench.Candidate;
import pose.cpm.bench.EngineBenchmark;
import pose.cpm.bench.EngineReport;
import pose.cpm.network.Preset;

/** {@code pose bench engine}: the network by engine and batch size, next to what the machine can do at best. */
@Command(
        name = "engine",
        description = {
            "Measures frames a second of the network alone, by engine and batch size, next to the engines' product of two "
                    + "2048×2048 matrices (sgemm) on as many threads, in turns.",
            "",
            "The share of sgemm is 2 × multiply-adds a frame × frames a second over the best engine's sgemm rate. Prints the "
                    + "figures on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench engine                                      the version that comes with pose, every engine there is",
            "  pose bench engine --preset tiny,lite,paper --json engines.json",
            "  pose bench engine --preset paper --batch 1 --seconds 20 --engine onnxruntime",
            "  OMP_NUM_THREADS=1 pose bench engine --preset locator --batch 1 --engine onnxruntime    one frame on one core"
        })
public final class BenchEngineCommand implements Callable<Integer> {

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            converter = EngineOption.Engine.class,
            description =
                    "What runs the network: auto, onnxruntime, mxnet or pytorch, several with commas between them "
                            + "(default: all that are on the class path).")
    private List<EngineName> engines = new ArrayList<>();

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            split = ",",
            converter = PresetName.class,
            description =
                    "Networks: tiny, lite, paper or locator, several with commas between them (default: lite). lite and "
                            + "locator are the versions that come with pose; the others have seeded random weights. Of a "
                            + "locator, all that it does with a decoded frame of 1280×720 is measured as well.")
    private List<Preset> presets = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "DIR|NAME/VERSION",
            description = "A weights version in place of the presets: its folder, or its name in --weights-store.")
    private @Nullable String weights;

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            converter = Device.class,
            description = "Where the networks run: cpu or gpu:N (default: cpu).")
    private ComputeDevice device = ComputeDevice.CPU;

    @Option(
            names = "--batch",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,4,16",
            converter = BatchSize.class,
            description = "Frames in a batch, 1 to 1024, several with commas between them (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "3",
            converter = Seconds.class,
            description = "How long each network is measured on each engine at each batch size, 1 to 3600 (default: "
                    + "${DEFAULT-VALUE}). What would take longer than that for one pass is left out, except at the first "
                    + "batch size.")
    private int seconds;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            json.check();
            EngineReport report = new EngineBenchmark(
                            new EngineBenchmark.Plan(
                                    candidates(),
                                    chosen(),
                                    device,
                                    batches,
                                    Duration.ofSeconds(seconds),
                                    EngineBenchmark.Plan.PRODUCT_SIDE),
                            err::println)
                    .run();
            print(report, spec.commandLine().getOut());
            json.write(report.toMap());
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        } catch (BadWeightsException e) {
            throw new UserMistake("weights " + e.getMessage(), e);
        }
    }

    private List<Candidate> candidates() throws BadWeightsException {
        if (weights != null) {
            if (!presets.isEmpty()) {
                throw new UserMistake("--weights and --preset are both given; one of them is allowed");
            }
            return List.of(Candidate.of(store.open("--weights", weights)));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Preset preset : presets.isEmpty() ? List.of(Preset.LITE) : presets) {
            candidates.add(candidate(preset));
        }
        return candidates;
    }

    private static Candidate candidate(Preset preset) throws BadWeightsException {
        Optional<WeightsVersion> bundled = switch (preset) {
            case LITE -> Optional.of(BundledWeights.open());
            case LOCATOR -> BundledLocator.open();
            case TINY, PAPER -> Optional.empty();
        };
        return bundled.map(Candidate::of).orElseGet(() -> Candidate.untrained(preset));
    }

    private List<EngineName> chosen() {
        if (engines.isEmpty() && !device.equals(ComputeDevice.CPU)) {
            // Those that find the device are few; the fastest is told by name, and the rest can be asked for.
            return List.of(ComputeDevice.engineFor(EngineName.AUTO, List.of(device)));
        }
        List<EngineName> present = Arrays.stream(EngineName.values())
                .filter(engine -> engine != EngineName.AUTO && engine.isPresent())
                .toList();
        List<EngineName> wanted = new ArrayList<>();
        for (EngineName engine : engines) {
            wanted.add(engine.presentForInference());
        }
        return wanted.isEmpty() ? present : wanted;
    }

    private void print(EngineReport report, PrintWriter out) {
        EngineReport.Product machine = report.machine();
        out.println(String.format(
                Locale.ROOT,
                "sgemm of %1$d×%1$d on %2$s: %3$.1f GFLOP/s (%4$s)",
                report.productSide(),
                device.equals(ComputeDevice.CPU) ? report.threads() + " threads" : report.device(),
                machine.gflops(),
                String.join(
                        ", ",
                        report.products().stream()
                                .map(p -> String.format(Locale.ROOT, "%s %.1f", p.engine(), p.gflops()))
                                .toList())));
        TextTable table =
                new TextTable("network", "engine", "batch", "frames/s", "slowest", "fastest", "GFLOP/s", "of sgemm");
        for (EngineReport.Speed speed : report.networks()) {
            table.row(
                    speed.network(),
                    speed.engine(),
                    Integer.toString(speed.batch()),
                    figure(speed.framesPerSecond()),
                    figure(speed.slowest()),
                    figure(speed.fastest()),
                    figure(speed.gflops()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * report.share(speed)));
        }
        out.println(table);
        for (EngineReport.LeftOut left : report.leftOut()) {
            out.println(String.format(
                    Locale.ROOT,
                    "left out: %s on %s, batch %d: one pass takes about %.0f s (--seconds)",
                    left.network(),
                    left.engine(),
                    left.batch(),
                    left.expectedSeconds()));
        }
    }

    /** Three digits or so. */
    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    /** A preset's name, in any case. */
    static final class PresetName implements ITypeConverter<Preset> {
        @Override
        public Preset convert(String text) {
            try {
                return Preset.named(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** One device. */
    static final class Device implements ITypeConverter<ComputeDevice> {
        @Override
        public ComputeDevice convert(String text) {
            try {
                List<ComputeDevice> devices = ComputeDevice.parse(text);
                if (devices.size() == 1) {
                    return devices.get(0);
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
            throw new TypeConversionException("'" + text + "' is several devices; allowed: cpu or gpu:N");
        }
    }

    /** Frames in a batch. */
    static final class BatchSize extends Bounded {
        BatchSize() {
            super(1, 1024);
        }
    }
}
