package pose.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import pose.app.command.PoseCommand;

/** The whole command line: every command with its options, and what is told where one fails. */
public final class PoseCommandLine {

    private PoseCommandLine() {}

    /**
     * Makes one.
     *
     * @param out for results
     * @param err for everything else
     */
    public static CommandLine of(PrintWriter out, PrintWriter err) {
        return new CommandLine(new PoseCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures::failed);
    }
}
