package pose.app.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pose.app.ExitCode;
import pose.app.kafka.Cluster;
import pose.schema.Topic;
import pose.schema.Topics;

/** {@code pose topics}: the topics everything else needs. */
@Command(
        name = "topics",
        description = "The pipeline's topics.",
        subcommands = TopicsCommand.Create.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing: create");
    }

    /** {@code pose topics create}. */
    @Command(
            name = "create",
            description = {
                "Makes the topics that are not there yet, and leaves the others as they are.",
                "",
                "Prints one line a topic. Records of one camera keep their order, because they share a partition; "
                        + "several partitions let several threads and machines share the cameras."
            },
            footer = {"", "Example:", "  pose topics create --partitions 8 --bootstrap kafka-1:9092"})
    static final class Create implements Callable<Integer> {

        @Mixin
        private KafkaOptions kafka = new KafkaOptions();

        @Option(
                names = "--partitions",
                paramLabel = "N",
                defaultValue = "4",
                converter = Partitions.class,
                description = "Partitions of each new topic, 1 to 1000 (default: ${DEFAULT-VALUE}). "
                        + "The topic of the weights' channels always has 1.")
        private int partitions;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Cluster cluster = kafka.connect();
            Set<String> made = cluster.create(Topics.ALL, partitions, Map.of());
            PrintWriter out = spec.commandLine().getOut();
            for (Topic<?, ?> topic : Topics.ALL) {
                out.println(topic.name() + (made.contains(topic.name()) ? " created" : " was there"));
            }
            return ExitCode.DONE;
        }
    }

    /** How many partitions a topic may be made with here; brokers struggle long before the last of them. */
    static final class Partitions extends Bounded {
        Partitions() {
            super(1, 1000);
        }
    }
}
