package pose.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
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
import pose.app.kafka.Cluster;
import pose.schema.Gap;
import pose.schema.PoseFrame;
import pose.schema.Topic;
import pose.schema.Topics;

/** {@code pose watch}: the pose events as lines of text. */
@Command(
        name = "watch",
        description = {
            "Prints pose events, or gaps, as they come, one JSON object a line, in the order of each camera's frames.",
            "",
            "Only events that are committed are shown. Coordinates are pixels of the source picture, times "
                    + "microseconds, scores 0 to 1, a box is [x, y, width, height]. Every part of the skeleton is always "
                    + "there; an unsure one has a low score."
        },
        footer = {
            "",
            "Examples:",
            "  pose watch --camera gate-1",
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

    @Option(
            names = "--gaps",
            description = "Print the frames that were dropped or never came, with the reason, in place of the poses.")
    private boolean gaps;

    @Option(names = "--camera", paramLabel = "ID", description = "Only events of this camera (default: all).")
    private @Nullable String camera;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (gaps) {
            watch(Topics.GAPS, Gap::getCamera, GapJson::line);
        } else {
            watch(Topics.KEYPOINTS, PoseFrame::getCamera, PoseEventJson::line);
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
