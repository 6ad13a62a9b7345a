package pose.app.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.UserMistake;
import pose.app.event.TopicEvents;
import pose.app.kafka.Cluster;
import pose.app.weights.WeightsEventText;
import pose.schema.Topics;
import pose.schema.WeightsEvent;

/** {@code pose weights events}. */
@Command(
        name = "events",
        description = {
            "Prints what happened to weights versions, one line each, each model's in order: what was published, where channels were made "
                    + "to point and by whom, what streams served or refused, and how trials ended."
        },
        footer = {"", "Examples:", "  pose weights events lite", "  pose weights events --follow --json"})
final class WeightsEventsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only this model's events (default: all).")
    private @Nullable String model;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--follow", description = "Do not end after the last one; print those that come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.listen()) {
            Cluster cluster = kafka.connect();
            cluster.require(Topics.WEIGHTS_EVENTS);
            try (TopicEvents<WeightsEvent> events = TopicEvents.open(
                    cluster, Topics.WEIGHTS_EVENTS, true, spec.commandLine().getErr()::println)) {
                interruption.whenAsked(events::wakeUp);
                if (!follow) {
                    events.stopAtEnd();
                }
                while (!interruption.happened() && events.hasMore()) {
                    events.poll().stream()
                            .filter(event -> model == null || model.equals(event.getModel()))
                            .map(json ? WeightsEventText::json : WeightsEventText::line)
                            .forEach(out::println);
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
}
