package pose.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.event.PoseEventJson;
import pose.app.event.PoseEvents;
import pose.app.kafka.Cluster;
import pose.schema.PoseFrame;
import pose.schema.Topics;

/** {@code pose watch}: the pose events as lines of text. */
@Command(
        name = "watch",
        description = {
            "Prints pose events as they come, one JSON object a line, in the order of each camera's frames.",
            "",
            "Only events that are committed are shown. Coordinates are pixels of the source picture, times "
                    + "microseconds, scores 0 to 1, a box is [x, y, width, height]. Every part of the skeleton is always "
                    + "there; an unsure one has a low score."
        },
        footer = {
            "",
            "Examples:",
            "  pose watch --camera gate-1",
            "  pose watch --from-beginning --until-end > events.jsonl"
        })
public final class WatchCommand implements Callable<Integer> {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--from-beginning", description = "Begin with the oldest event, not with the next one to come.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "Stop after the last event that is there at the start.")
    private boolean untilEnd;

    @Option(names = "--camera", paramLabel = "ID", description = "Only events of this camera (default: all).")
    private @Nullable String camera;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            cluster.require(Topics.KEYPOINTS);
            try (PoseEvents events = PoseEvents.open(cluster, fromBeginning, err::println)) {
                interruption.whenAsked(events::wakeUp);
                if (untilEnd) {
                    events.stopAtEnd();
                }
                while (!interruption.happened() && events.hasMore()) {
                    events.poll().forEach(event -> print(event, out));
                    if (out.checkError()) {
                        throw new UserMistake("standard output was closed");
                    }
                }
            } catch (WakeupException e) {
                // Asked to stop, and stopping.
            }
        }
        return ExitCode.DONE;
    }

    private void print(PoseFrame event, PrintWriter out) {
        if (camera == null || camera.equals(event.getCamera())) {
            out.println(PoseEventJson.line(event));
        }
    }
}
