package pose.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.weights.ChannelJson;
import pose.app.weights.ChannelTable;
import pose.channel.Active;
import pose.channel.ChannelException;
import pose.channel.Channels;

/** {@code pose weights channels}. */
@Command(
        name = "channels",
        description = {
            "Prints which version each channel points to, since when, who did it and why.",
            "",
            "A stream serves its model's channel 'stable' and tries 'candidate', unless it is told otherwise."
        },
        footer = {"", "Examples:", "  pose weights channels", "  pose weights channels lite --json"})
final class WeightsChannelsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Only this model's channels (default: all).")
    private @Nullable String model;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--json", description = "One JSON object a channel, one a line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ChannelException {
        PrintWriter out = spec.commandLine().getOut();
        List<Active> shown;
        try (Channels channels = ChannelClients.connect(kafka, spec)) {
            shown = channels.read().channels().values().stream()
                    .filter(active ->
                            model == null || model.equals(active.channel().model()))
                    .toList();
        }
        if (json) {
            shown.stream().map(ChannelJson::line).forEach(out::println);
        } else if (shown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("no channel points to anything yet; 'pose weights promote' changes that");
        } else {
            out.println(ChannelTable.of(shown));
        }
        return ExitCode.DONE;
    }
}
