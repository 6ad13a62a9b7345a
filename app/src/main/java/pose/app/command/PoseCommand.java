package pose.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pose}: the name above all others, which does nothing by itself. */
@Command(
        name = "pose",
        description = {
            "A streaming video pose pipeline on Kafka: camera, frames, batches, belief maps, keypoints.",
            "",
            "Start with @|bold pose demo|@: everything in one process, nothing to set up."
        },
        version = "pose 0.1.0",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; one line on standard error says why", "2:wrong usage"},
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "@|bold pose COMMAND --help|@ tells more about each."
        },
        subcommands = {
            DemoCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            IngestCommand.class,
            StreamCommand.class,
            WatchCommand.class,
            WhyCommand.class,
            ReplayCommand.class,
            ReinferCommand.class,
            RecordCommand.class,
            MineCommand.class,
            TrainCommand.class,
            LabelsCommand.class,
            ExperimentCommand.class,
            EvaluateCommand.class,
            JudgeCommand.class,
            MetricsCommand.class,
            WeightsCommand.class,
            BenchCommand.class,
        })
public final class PoseCommand implements Runnable {

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "On an error, also print where in the program it came from.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Whether {@code --verbose} was given, before or after the command's name. */
    public boolean isVerbose() {
        return verbose;
    }
}
