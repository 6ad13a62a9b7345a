package pose.app.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.UserMistake;
import pose.app.bench.PeopleBenchmark;
import pose.app.bench.PeoplePlan;
import pose.app.bench.PeopleReport;
import pose.stream.LiveLocator;
import pose.stream.LiveModel;
import pose.stream.StreamSetupException;

/** {@code pose bench people}: what a frame costs by how many people are in it. */
@Command(
        name = "people",
        description = {
            "Measures what a frame costs by how many people are in it: the locator alone (ms a frame, decoding included) and "
                    + "the network of poses alone (ms a person), each in full batches, and in turns with them a stream that "
                    + "does both, with a broker of its own.",
            "",
            "The pictures are rendered; the locator looks at them, and the people are then where this says, so many in each "
                    + "frame. Of each turn the middle counts; figures of several turns are medians. Prints the figures on "
                    + "standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench people --locator bundled",
            "  pose bench people --locator locator/1 --people 0,1,6,12 --turns 5 --json people.json"
        })
public final class BenchPeopleCommand implements Callable<Integer> {

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private BatchOptions batches = new BatchOptions();

    @Option(
            names = "--people",
            paramLabel = "N",
            split = ",",
            defaultValue = "0,1,2,4,8,12",
            description = "People in a frame, 0 to 22, several with commas between them (default: ${DEFAULT-VALUE}).")
    private List<Integer> people = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x720",
            converter = BenchLoad.PixelSize.class,
            description = "Width and height of the pictures in pixels, 32 to 8192 (default: ${DEFAULT-VALUE}).")
    private BenchLoad.Size size = new BenchLoad.Size(1280, 720);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            converter = Seconds.class,
            description =
                    "How long each number of people is measured in a turn, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--turns",
            paramLabel = "N",
            defaultValue = "3",
            converter = BenchStreamCommand.Turns.class,
            description = "Turns of everything, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int turns;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        PrintWriter err = spec.commandLine().getErr();
        PeoplePlan plan = plan();
        json.check();
        return Measurement.run(spec, stop -> {
            try (LiveLocator finding = model.load(locator, devices)
                            .orElseThrow(() -> new UserMistake(
                                    "--locator whole: nothing is located then; bundled or a version can be measured"));
                    LiveModel poses = model.load(devices)) {
                PeopleReport report = new PeopleBenchmark(plan, finding, poses, err::println, stop).run();
                json.tell(spec, report.text(), report.toMap());
            }
        });
    }

    private PeoplePlan plan() {
        return Measurement.plan(
                spec,
                () -> new PeoplePlan(
                        people, size.width(), size.height(), Duration.ofSeconds(seconds), turns, batches.policy()));
    }
}
