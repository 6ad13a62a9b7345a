package pose.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.broker.EmbeddedBroker;

/** {@code pose broker}: a broker to develop against. */
@Command(
        name = "broker",
        description = {
            "Runs a Kafka broker in the foreground, for development: one node, this machine only.",
            "",
            "Prints its address on standard output as soon as it is ready, and stops on Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  pose broker                           nothing is kept",
            "  pose broker --dir ~/pose-broker       topics and records are there again at the next start"
        })
public final class BrokerCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9092",
            converter = Port.class,
            description = "Port to listen on, 1 to 65535, or 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder to keep topics and records in (default: a temporary one that goes at the end).")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        // The interruption comes first, so that the program lives until the broker has stopped.
        try (Interruption interruption = Interruption.listen();
                EmbeddedBroker broker =
                        folder == null ? EmbeddedBroker.temporary(port) : EmbeddedBroker.durable(folder, port)) {
            spec.commandLine().getOut().println(broker.bootstrap());
            interruption.await();
        }
        return ExitCode.DONE;
    }

    /** A port, or 0. */
    static final class Port extends Bounded {
        Port() {
            super(0, 65535);
        }
    }
}
