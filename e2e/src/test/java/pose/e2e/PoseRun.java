package pose.e2e;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import pose.app.PoseCommandLine;

/** One {@code pose} command line, run in this process, and what came of it. */
record PoseRun(int exitCode, List<String> out, List<String> err) {

    static PoseRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PoseCommandLine.of(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new PoseRun(
                exitCode,
                out.toString().lines().toList(),
                err.toString().lines().toList());
    }

    /** What was told last on standard error: the reason, where it failed. */
    String reason() {
        return err.isEmpty() ? "" : err.get(err.size() - 1);
    }
}
