package pose.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import pose.app.command.PoseCommand;
import pose.app.guard.Guard;

/** Where the program begins: one command line, one exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Before anything else is loaded, which the guard would keep in memory for as long as it runs.
        if (Guard.isWanted(args)) {
            System.exit(Guard.run(Main.class.getName(), args, System.out, System.err));
        }
        CommandLine line = commandLine(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(args));
    }

    /**
     * The whole command line.
     *
     * @param out for results
     * @param err for everything else
     */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new PoseCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures::failed);
    }
}
