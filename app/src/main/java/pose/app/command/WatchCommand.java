package pose.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.event.GapJson;
import pose.app.event.PoseEventJson;
import pose.app.event.TopicEvents;
import pose.app.event.TrackEventJson;
import pose.app.kafka.Cluster;
import pose.app.watch.EventLines;
import pose.app.watch.Ink;
import pose.schema.Gap;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;
import pose.schema.TrackEvent;

/** {@code pose watch}: the pose events as lines of text. */
@Command(
        name = "watch",
        description = {
            "Prints pose events, or what happens to tracks, or gaps, as they come, one JSON object a line, in the order of "
                    + "each camera's frames.",
            "",
            "Only events that are committed are shown. Coordinates are pixels of the source picture, times "
                    + "microseconds, scores 0 to 1, a box is [x, y, width, height]. Every part of the skeleton is always "
                    + "there; an unsure one has a low score. Who is tracked has a number in \"track\", the same from frame "
                    + "to frame, and beside \"keypoints\" what is \"smoothed\" of them; \"plays\" tells players from those "
                    + "who stand and watch, \"cut\" that the scene is another than before."
        },
        footer = {
            "",
            "Examples:",
            "  pose watch --camera gate-1",
            "  pose watch --text",
            "  pose watch --tracks --text --from-beginning",
            "  pose watch --gaps",
            "  pose watch --from-beginning --until-end > events.jsonl"
        })
public final class WatchCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--from-beginning", description = "Begin with the oldest event, not with the next one to come.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "Stop after the last event that is there at the start.")
    private boolean untilEnd;

    @ArgGroup
    private What what = new What();

    /** Which of a camera's events; at most one is asked for. */
    private static final class What {

        @Option(
                names = "--tracks",
                description =
                        "Print who entered, was lost, was found again or left, and scene cuts, in place of the poses.")
        private boolean tracks;

        @Option(
                names = "--gaps",
                description =
                        "Print the frames that were dropped or never came, with the reason, in place of the poses.")
        private boolean gaps;
    }

    @Option(
            names = "--text",
            description =
                    "Print a short line for people in place of JSON; on a terminal with a colour for each track, the "
                            + "one that drawn pictures have.")
    private boolean text;

    @Option(names = "--camera", paramLabel = "ID", description = "Only events of this camera (default: all).")
    private @Nullable String camera;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean coloured = spec.commandLine().getColorScheme().ansi().enabled();
        EventLines lines = new EventLines(coloured ? Ink.COLOURED : Ink.PLAIN);
        if (what.gaps) {
            watch(Topics.GAPS, Gap::getCamera, text ? lines::line : GapJson::line);
        } else if (what.tracks) {
            watch(Topics.TRACKS, TrackEvent::getCamera, text ? lines::line : TrackEventJson::line);
        } else {
            watch(Topics.KEYPOINTS, PoseFrame::getCamera, text ? lines::line : PoseEventJson::line);
        }
        return ExitCode.DONE;
    }

    private <V> void watch(Topic<String, V> topic, Function<V, String> cameraOf, Function<V, String> line) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            cluster.require(topic);
            try (TopicEvents<V> events = TopicEvents.open(cluster, topic, fromBeginning, err::println)) {
                interruption.whenAsked(events::wakeUp);
                if (untilEnd) {
                    events.stopAtEnd();
                }
                while (!interruption.happened() && events.hasMore()) {
                    events.poll().stream()
                            .filter(event -> camera == null || camera.equals(cameraOf.apply(event)))
                            .map(line)
                            .forEach(out::println);
                    if (out.checkError()) {
                        throw new UserMistake("standard output was closed");
                    }
                }
            } catch (WakeupException e) {
                // Asked to stop, and stopping.
            }
        }
    }
}
