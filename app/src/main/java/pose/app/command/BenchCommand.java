package pose.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pose bench}: how fast the parts are next to the bare loop they are built around. */
@Command(
        name = "bench",
        description = "Measures a part of the pipeline next to the bare loop it is built around, in the same run.",
        synopsisSubcommandLabel = "PART",
        subcommands = {
            BenchEngineCommand.class,
            BenchIngestCommand.class,
            BenchPeopleCommand.class,
            BenchSoakCommand.class,
            BenchStreamCommand.class,
            BenchTracksCommand.class,
            BenchTrainCommand.class
        })
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a part is missing");
    }
}
