package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.console.LiveLine;
import pose.app.mine.MinedFolder;
import pose.app.mine.Mining;
import pose.app.mine.MiningReport;
import pose.app.mine.MiningRules;
import pose.app.mine.MiningSource;
import pose.app.mine.PredictedLabels;
import pose.ingest.CameraId;
import pose.schema.Topics;

/** {@code pose mine}: frames that are worth labelling. */
@Command(
        name = "mine",
        description = {
            "Finds the frames of a topic that the model probably sees wrong, and puts their pictures and poses into a folder: "
                    + "to be corrected with an annotation tool, and trained on.",
            "",
            "A frame is hard where somebody in it has a low score (--max-score); where a limb is 2.5 times as long as the rest "
                    + "of the person says; where left and right are in the same place at two or more of knees, ankles, elbows "
                    + "and wrists; where a part has moved more than 30 torso lengths a second since the frame before; or, with "
                    + "--shadow, where another version sees people elsewhere (--min-disagreement). The hardest come first, and "
                    + "two frames of a camera are --apart or more.",
            "",
            "Writes into --out: pictures/CAMERA-EPOCH-SEQUENCE.jpg, labels.csv (the data set kind csv reads it; parts with low "
                    + "scores are not labelled), mined.csv (what was mined why). The same topics give the same folder. Frames "
                    + "whose pictures the topic does not keep any more are counted, and left out."
        },
        footer = {
            "",
            "Examples:",
            "  pose mine --out mined --most 100 --format cvat",
            "  pose mine --cameras gate-1 --from 2026-05-01T18:30:00Z --shadow --apart 5 --out mined --add",
            "  pose labels import corrected.xml --format cvat --pictures mined/pictures --out mined/corrected.csv"
        })
public final class MineCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 5;
    private static final String COCO_FILE = "person_keypoints_pictures.json";
    private static final String CVAT_FILE = "annotations.xml";

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private SliceOptions slice = new SliceOptions();

    @Option(
            names = "--cameras",
            paramLabel = "ID",
            split = ",",
            description = "Only these cameras, with commas between them (default: all).")
    private List<String> cameras = List.of();

    @Option(
            names = {"--topic", "--events-topic"},
            paramLabel = "NAME",
            converter = TopicName.class,
            description = "The topic of pose events (default: pose.keypoints.v1).")
    private @Nullable String topic;

    @Option(names = "--shadow", description = "Also go by what candidates saw in the shadow, on pose.shadow.v1.")
    private boolean shadow;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to make.")
    private Path out = Path.of("");

    @Option(names = "--add", description = "Add to --out, where it is there: what is in it stays as it is.")
    private boolean add;

    @Option(
            names = "--most",
            paramLabel = "N",
            converter = Frames.class,
            defaultValue = "200",
            description = "At most so many frames (1 to 100000; default: ${DEFAULT-VALUE}).")
    private int most = 200;

    @Option(
            names = "--apart",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "Seconds between two frames of a camera, at least (0 to 86400; default: ${DEFAULT-VALUE}).")
    private double apart = 2;

    @Option(
            names = "--max-score",
            paramLabel = "S",
            description = "A person's score up to which it is low (0 to 1; default: 0.5).")
    private double maxScore = MiningRules.USUAL_SCORE;

    @Option(
            names = "--min-disagreement",
            paramLabel = "D",
            description = "Mean distance of another version's keypoints from which on they disagree, as a share of the "
                    + "person's extent (default: 0.1); with --shadow.")
    private double minDisagreement = MiningRules.USUAL_DISAGREEMENT;

    @Option(
            names = "--label-score",
            paramLabel = "S",
            description =
                    "A part's score from which on labels.csv has it as labelled (0 to 0.5; default: 0.3); below 0.5 "
                            + "it is told to be hidden.")
    private double labelScore = PredictedLabels.USUAL_LABELLED;

    @Option(
            names = "--format",
            paramLabel = "csv|coco|cvat",
            split = ",",
            converter = Form.class,
            description = "Besides labels.csv (csv), also write " + COCO_FILE + " (coco) or " + CVAT_FILE
                    + " (cvat, CVAT for images 1.1); several with commas between them.")
    private List<Optional<AnnotationFormat>> formats = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** How many pictures somebody may look at. */
    static final class Frames extends Bounded {
        Frames() {
            super(1, 100_000);
        }
    }

    /** An annotation tool's form, or nothing for the CSV that is written anyway. */
    static final class Form implements picocli.CommandLine.ITypeConverter<Optional<AnnotationFormat>> {
        @Override
        public Optional<AnnotationFormat> convert(String text) {
            return text.equals("csv") ? Optional.empty() : Optional.of(new AnnotationFormat.Converter().convert(text));
        }
    }

    @Override
    public Integer call() {
        check();
        MiningRules rules = checked("--", () -> new MiningRules(maxScore, minDisagreement));
        PredictedLabels labels =
                checked("--label-score: ", () -> new PredictedLabels(labelScore, PredictedLabels.USUAL_SEEN));
        MinedFolder folder = add
                ? MinedFolder.addTo(out, labels)
                : MinedFolder.create(out, labels, (path, mined) -> {
                    for (Optional<AnnotationFormat> format : formats) {
                        if (format.isPresent()) {
                            String name = format.get() == AnnotationFormat.COCO ? COCO_FILE : CVAT_FILE;
                            format.get().write(path.resolve(name), mined);
                        }
                    }
                });
        MiningSource source = new MiningSource(
                topic == null ? Topics.KEYPOINTS : Topics.KEYPOINTS.named(topic),
                shadow ? Optional.of(Topics.SHADOW) : Optional.empty(),
                Topics.FRAMES.named(slice.topic()),
                cameras,
                slice.from(),
                slice.to());
        PrintWriter err = spec.commandLine().getErr();
        MiningReport report;
        try (LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
            report = new Mining(kafka.connect(), source, rules, folder, err::println)
                    .run(most, apart, events -> line.show(() -> "events " + events));
        }
        tell(report);
        return ExitCode.DONE;
    }

    private void check() {
        for (String camera : cameras) {
            if (!CameraId.isOne(camera)) {
                throw wrong("--cameras '" + camera + "' is no camera's id");
            }
        }
        if (!(apart >= 0 && apart <= 86_400)) {
            throw wrong("--apart is " + apart + "; allowed: 0 to 86400 seconds");
        }
        if (add && !formats.isEmpty()) {
            throw wrong("--format writes what is new only, and --add keeps what is there; "
                    + "'pose labels export' writes all of a folder");
        }
        Path parent = out.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UserMistake("--out '" + out + "': there is no folder '" + parent + "'");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private <T> T checked(String option, java.util.function.Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + e.getMessage(), e);
        }
    }

    private void tell(MiningReport report) {
        PrintWriter to = spec.commandLine().getOut();
        report.lines().forEach(to::println);
        if (!report.mined().isEmpty()) {
            to.println("folder  " + out + ", data set csv:" + out.resolve("labels.csv"));
        } else if (report.gone() > 0) {
            throw new UserMistake("the pictures of all " + report.gone() + " frames are gone from topic "
                    + slice.topic() + "; nothing was written");
        } else {
            to.println("nothing was written: no frame is hard by these rules"
                    + (add ? ", or none that is not too close to one that is there" : ""));
        }
        to.flush();
    }
}
