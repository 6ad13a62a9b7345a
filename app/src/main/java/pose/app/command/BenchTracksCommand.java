package pose.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.bench.TracksBenchmark;
import pose.app.bench.TracksPlan;
import pose.app.bench.TracksReport;
import pose.stream.StreamSetupException;

/** {@code pose bench tracks}: what following people costs by how many they are. */
@Command(
        name = "tracks",
        description = {
            "Measures what following people from frame to frame costs by how many they are: microseconds a frame for the "
                    + "sampling of their colours, the tracks and the smoothing of their keypoints, and the bytes stored of a "
                    + "camera, for " + TracksReport.CAMERAS + " cameras too.",
            "",
            "They are athletes of a rendered match of twelve, seen where they are but for some noise; no network is "
                    + "involved. The later half of the frames counts. Prints the figures on standard output."
        },
        footer = {
            "",
            "Examples:",
            "  pose bench tracks",
            "  pose bench tracks --people 12 --frames 6000 --json tracks.json"
        })
public final class BenchTracksCommand implements Callable<Integer> {

    @Option(
            names = "--people",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,6,12",
            description =
                    "People who are followed, 1 to 12, several with commas between them (default: ${DEFAULT-VALUE}).")
    private List<Integer> people = new ArrayList<>();

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "3000",
            converter = Frames.class,
            description = "Frames of the match, 25 a second, 2 to 1000000 (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Mixin
    private FiguresFile json = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StreamSetupException {
        TracksPlan plan = plan();
        json.check();
        return Measurement.run(spec, stop -> {
            TracksReport report = new TracksBenchmark(plan, spec.commandLine().getErr()::println, stop).run();
            json.tell(spec, report.text(), report.toMap());
        });
    }

    private TracksPlan plan() {
        return Measurement.plan(spec, () -> new TracksPlan(people, frames));
    }

    /** How many frames. */
    static final class Frames extends Bounded {
        Frames() {
            super(2, 1_000_000);
        }
    }
}
