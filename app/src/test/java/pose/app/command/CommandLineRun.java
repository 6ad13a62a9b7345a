package pose.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import pose.app.PoseCommandLine;

/** One command line and what came of it. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PoseCommandLine.of(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
