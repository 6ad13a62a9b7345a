package pose.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import pose.app.console.LiveLine;
import pose.app.log.Log;
import pose.app.log.LogFormat;

/** What the lines on standard error look like. */
final class LogOptions {

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "${env:POSE_LOG_FORMAT:-text}",
            description = "What is told on standard error: text, or json, one object a line "
                    + "(default: what the environment variable POSE_LOG_FORMAT says, else text).")
    private LogFormat format = LogFormat.TEXT;

    /** From now on the log looks like this, and as JSON takes in all else that the command tells. */
    void apply(CommandLine command) {
        Log.format(format);
        if (format == LogFormat.JSON) {
            command.setErr(Log.writer());
        }
    }

    /** Whether a line can be written over in place. */
    boolean onTerminal() {
        return format == LogFormat.TEXT && LiveLine.onTerminal();
    }
}
