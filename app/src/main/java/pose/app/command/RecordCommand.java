package pose.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import pose.app.kafka.Cluster;
import pose.app.output.OutputFiles;
import pose.app.record.FrameEvents;
import pose.app.record.RecordPlan;
import pose.app.record.RecordReport;
import pose.app.record.Recorder;
import pose.app.slice.CameraFrames;
import pose.app.slice.FoundFrame;
import pose.app.slice.KeyedRecords;
import pose.app.slice.Slice;
import pose.app.slice.TopicSlice;
import pose.schema.Gap;
import pose.schema.MalformedRecordException;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;

/** {@code pose record}: a camera's slice of a topic as a clip. */
@Command(
        name = "record",
        description = {
            "Writes a camera's frames into a clip, and what is known of them into lines beside it.",
            "",
            "Picture n of --out is the frame of line n of --poses. A line is the frame's pose event as 'pose watch' prints it; "
                    + "where there is none, it has \"people\": null and says why in \"missing\". Frames that are missing between "
                    + "two pictures are in the later one's \"gapsBefore\". The clip shows pictures as far apart as they were "
                    + "taken: at captureTimeUs, less the first line's.",
            "",
            "Ends with the newest frame there was at the start, or on Ctrl-C; the files are there only once they are complete."
        },
        footer = {
            "",
            "Examples:",
            "  pose record --camera gate-1 --out gate-1.mp4 --poses gate-1.jsonl",
            "  pose record --camera gate-1 --from 2026-05-01T18:30:00Z --to 2026-05-01T18:31:00Z --out goal.mp4 --draw"
        })
public final class RecordCommand implements Callable<Integer> {

    private static final int SECONDS_BETWEEN_LINES = 5;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--camera", paramLabel = "ID", required = true, description = "The camera's id.")
    private String camera = "";

    @Mixin
    private SliceOptions slice = new SliceOptions();

    @Option(
            names = "--events-topic",
            paramLabel = "NAME",
            converter = TopicName.class,
            description =
                    "The topic of pose events that are joined to the frames (default: pose.keypoints.v1); one that 'pose "
                            + "replay --weights' wrote is joined by the originals.")
    private @Nullable String eventsTopic;

    @Option(
            names = "--out",
            paramLabel = "FILE.mp4",
            required = true,
            description = "The clip to write, or to replace.")
    private Path out = Path.of("");

    @Option(names = "--poses", paramLabel = "FILE.jsonl", description = "Also write a line of JSON a picture.")
    private @Nullable Path poses;

    @Option(
            names = "--draw",
            description = "Draw everyone into the pictures, in a colour for each track with its number above, and the "
                    + "region that the camera is about.")
    private boolean draw;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Slice wanted = slice.slice(List.of(camera), spec);
        if (poses != null
                && poses.toAbsolutePath()
                        .normalize()
                        .equals(out.toAbsolutePath().normalize())) {
            throw new ParameterException(spec.commandLine(), "--out and --poses name the same file, '" + out + "'");
        }
        OutputFiles.check("--out", out);
        if (poses != null) {
            OutputFiles.check("--poses", poses);
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            Topic<String, PoseFrame> events =
                    eventsTopic == null ? Topics.KEYPOINTS : Topics.KEYPOINTS.named(eventsTopic);
            cluster.require(events, Topics.GAPS);
            TopicSlice found = TopicSlice.find(cluster, wanted, err::println);
            try (CameraFrames frames = found.open(camera)) {
                interruption.whenAsked(frames::stop);
                record(cluster, frames, events, interruption);
            }
        }
        return ExitCode.DONE;
    }

    private void record(
            Cluster cluster, CameraFrames frames, Topic<String, PoseFrame> topic, Interruption interruption) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<FoundFrame> first = frames.next();
        if (first.isEmpty()) {
            throw new UserMistake(
                    "topic " + slice.topic() + " has no frame of camera " + camera + " between --from and --to");
        }
        long since = Math.floorDiv(first.get().frame().getCaptureTimeUs(), 1000);
        try (KeyedRecords events = KeyedRecords.open(cluster, topic, camera, since);
                LiveLine line = new LiveLine(err, LiveLine.onTerminal(), SECONDS_BETWEEN_LINES, System::nanoTime)) {
            List<FoundFrame> pushedBack = new ArrayList<>(List.of(first.get()));
            Recorder recorder = new Recorder(
                    new RecordPlan(out, Optional.ofNullable(poses), draw),
                    () -> (pushedBack.isEmpty() ? frames.next() : Optional.of(pushedBack.remove(0)))
                            .map(FoundFrame::frame),
                    new FrameEvents(() -> next(events), eventsTopic != null),
                    gaps(cluster, since),
                    interruption::happened,
                    pictures -> line.show(() -> "pictures " + pictures));
            recorder.run().ifPresent(this::tell);
        }
    }

    private Optional<PoseFrame> next(KeyedRecords events) {
        for (Optional<ConsumerRecord<byte[], byte[]>> record = events.next();
                record.isPresent();
                record = events.next()) {
            Optional<PoseFrame> event =
                    FrameEvents.decode(record.get(), spec.commandLine().getErr()::println);
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    /** Few, whatever happened: frames that were missed together are one. */
    private List<Gap> gaps(Cluster cluster, long sinceMillis) {
        List<Gap> gaps = new ArrayList<>();
        try (KeyedRecords records = KeyedRecords.open(cluster, Topics.GAPS, camera, sinceMillis)) {
            for (Optional<ConsumerRecord<byte[], byte[]>> record = records.next();
                    record.isPresent();
                    record = records.next()) {
                try {
                    gaps.add(Topics.GAPS
                            .valueSerde()
                            .deserializer()
                            .deserialize(Topics.GAPS.name(), record.get().value()));
                } catch (MalformedRecordException e) {
                    spec.commandLine()
                            .getErr()
                            .println("left out a record of " + Topics.GAPS.name() + ": " + e.getMessage());
                }
            }
        }
        return gaps;
    }

    private void tell(RecordReport report) {
        PrintWriter to = spec.commandLine().getOut();
        report.lines().forEach(to::println);
        to.flush();
    }
}
