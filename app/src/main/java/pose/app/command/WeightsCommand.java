package pose.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pose weights}: what can be done with weights versions. */
@Command(
        name = "weights",
        description = {
            "Weights versions: NAME/VERSION in a store, which is a folder or an S3 bucket.",
            "",
            "A version never changes. It is there once its manifest is."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            WeightsListCommand.class,
            WeightsShowCommand.class,
            WeightsPublishCommand.class,
            WeightsVerifyCommand.class,
            WeightsDiffCommand.class,
            WeightsExportCommand.class,
            WeightsPromoteCommand.class,
            WeightsRollbackCommand.class,
            WeightsChannelsCommand.class,
            WeightsEventsCommand.class,
            WeightsGcCommand.class,
        })
public final class WeightsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing; there are: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
