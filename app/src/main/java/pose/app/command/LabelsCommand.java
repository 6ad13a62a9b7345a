package pose.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pose labels}: what there is to do with a data set's labels. */
@Command(
        name = "labels",
        description = "Looks after the labels of a data set.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabelsCheckCommand.class, LabelsExportCommand.class, LabelsImportCommand.class})
public final class LabelsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; there are: check, export, import");
    }
}
