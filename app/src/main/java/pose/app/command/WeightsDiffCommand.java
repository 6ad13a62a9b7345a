package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.app.diff.DataSetDiff;
import pose.app.diff.DiffPictures;
import pose.app.diff.Difference;
import pose.app.diff.Largest;
import pose.app.diff.PairPicture;
import pose.app.diff.SliceDiff;
import pose.app.diff.VersionPair;
import pose.app.slice.Slice;
import pose.app.slice.TopicSlice;
import pose.cpm.PoseEstimator;
import pose.ingest.CameraId;
import pose.stream.LiveLocator;
import pose.stream.PersonFinding;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;
import pose.trainer.data.Selection;

/** {@code pose weights diff}: two versions beside each other. */
@Command(
        name = "diff",
        description = {
            "Has two weights versions look at the same pictures and tells how far apart they are, part by part: in pixels, and "
                    + "in per cent of the person's extent (the longer side of the box around the first version's keypoints).",
            "",
            "The pictures are those of a data set, where PCK@0.2 of both is told too, or a slice of a topic's frames, whose people are "
                    + "those whom --locator finds. Locators themselves cannot be compared so: 'pose evaluate' judges each."
        },
        footer = {
            "",
            "Examples:",
            "  pose weights diff lite/2026-11-20.1 lite/2026-11-21.4 --dataset lspet:data/lspet --pictures worst",
            "  pose weights diff lite/2026-11-20.1 lite/2026-11-21.4 --cameras gate-1 --from 2026-05-01T18:30:00Z \\",
            "      --to 2026-05-01T18:31:00Z --json diff.json"
        })
final class WeightsDiffCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 10;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The first version: its folder, or its name in --weights-store.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The second version.")
    private String second = "";

    @Mixin
    private WeightsStoreOption store = new WeightsStoreOption();

    @Mixin
    private LocatorOption locator = new LocatorOption();

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--dataset",
            paramLabel = "KIND:PATH",
            description = DataSets.KINDS + ", see 'pose evaluate --help'.")
    private @Nullable String dataset;

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description = "Cameras of a topic, with commas between them: their frames from --from to --to.")
    private @Nullable List<String> cameras;

    @Mixin
    private SliceOptions slice = new SliceOptions();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Also write pictures of the people on whom the two differ most, both skeletons drawn in.")
    private @Nullable Path pictures;

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "12",
            converter = Count.class,
            description = "How many pictures, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Mixin
    private FiguresFile figures = new FiguresFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        checkMaterial();
        figures.check();
        DiffPictures folder = pictures == null ? null : new DiffPictures("--pictures", pictures);
        Largest largest = new Largest(folder == null ? 0 : worst);
        try (VersionPair versions = load()) {
            Difference difference = look(versions, largest);
            if (difference.spreads().people() == 0) {
                throw new UserMistake("there is nobody to look at in " + difference.material());
            }
            tell(difference);
            if (folder != null) {
                int written = folder.write(
                        largest.largestFirst(), new PairPicture(versions.skeleton(), difference.versions()));
                spec.commandLine().getOut().println(written + " pictures of the largest differences: " + pictures);
            }
        }
        return ExitCode.DONE;
    }

    private void checkMaterial() {
        locator.checkKept();
        boolean topic = cameras != null || slice.given();
        if (dataset != null && topic) {
            throw wrong("--dataset is a data set; --cameras, --from, --to and --from-topic are for a topic's frames");
        }
        if (dataset == null && wanted().isEmpty()) {
            throw wrong("nothing to look at: give --dataset KIND:PATH, or --cameras ID,… for a topic's frames");
        }
        if (dataset == null) {
            Slice unused = frames();
        }
    }

    private List<String> wanted() {
        return cameras == null ? slice.cameraOfBound().stream().toList() : cameras;
    }

    private Slice frames() {
        for (String id : wanted()) {
            if (!CameraId.isOne(id)) {
                throw wrong("--cameras '" + id
                        + "' is no camera's id: 1 to 100 letters, digits, dots, underscores and hyphens");
            }
        }
        return slice.slice(wanted(), spec);
    }

    private VersionPair load() {
        PoseEstimator one = engine.load(name -> PoseEstimator.load(store.open("A", first), name));
        try {
            PoseEstimator other = engine.load(name -> PoseEstimator.load(store.open("B", second), name));
            try {
                return new VersionPair(one, other);
            } catch (IllegalArgumentException e) {
                other.close();
                throw new UserMistake(String.valueOf(e.getMessage()), e);
            }
        } catch (RuntimeException e) {
            one.close();
            throw e;
        }
    }

    private Difference look(VersionPair versions, Largest largest) {
        PrintWriter err = spec.commandLine().getErr();
        try (LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
            IntConsumer progress = people -> line.show(() -> "looked at " + people + " people");
            if (dataset != null) {
                DataSet data = open(dataset, versions);
                data.summaries().forEach(err::println);
                return new DataSetDiff(data).of(versions, largest, progress);
            }
            return slice(versions, largest, progress);
        } catch (DataSetException e) {
            throw new UserMistake("--dataset: " + e.getMessage(), e);
        }
    }

    private Difference slice(VersionPair versions, Largest largest, IntConsumer progress) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<LiveLocator> where = locator.load(store, engine, new DeviceOptions());
        try {
            SliceDiff diff = new SliceDiff(
                    TopicSlice.find(kafka.connect(), frames(), err::println), where.map(PersonFinding.class::cast));
            Difference difference = diff.of(versions, largest, progress);
            if (diff.broken() > 0) {
                err.println(diff.broken() + " frames do not decode and were left out");
            }
            return difference;
        } finally {
            where.ifPresent(LiveLocator::close);
        }
    }

    private DataSet open(String name, VersionPair versions) throws DataSetException {
        try {
            return DataSets.open(name, Purpose.JUDGING, Selection.EVERYONE.in(versions.skeleton()));
        } catch (IllegalArgumentException e) {
            throw wrong("--dataset: " + e.getMessage());
        }
    }

    private void tell(Difference difference) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("first " + difference.versions().get(0) + ", second "
                + difference.versions().get(1) + ", data " + difference.material() + ", people "
                + difference.spreads().people());
        FigureTable table = new FigureTable(difference.columns());
        difference.spreads().rows().forEach(part -> table.row(part.part(), difference.row(part)));
        out.print("\n" + table);
        out.flush();
        figures.write(difference.figures());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    static final class Count extends Bounded {
        Count() {
            super(1, 1000);
        }
    }
}
