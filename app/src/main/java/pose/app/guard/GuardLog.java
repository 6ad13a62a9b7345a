package pose.app.guard;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;

/** The guard's lines on standard error, in the form that the guarded process was asked for, without its library. */
final class GuardLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream err;
    private final UnaryOperator<String> form;

    private GuardLog(PrintStream err, UnaryOperator<String> form) {
        this.err = err;
        this.form = form;
    }

    /** As the arguments say, or else the environment. */
    static GuardLog of(List<String> args, PrintStream err) {
        String format = System.getenv().getOrDefault("POSE_LOG_FORMAT", "text");
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--log-format=")) {
                format = args.get(i).substring("--log-format=".length());
            } else if (args.get(i).equals("--log-format") && i + 1 < args.size()) {
                format = args.get(i + 1);
            }
        }
        return new GuardLog(err, format.equalsIgnoreCase("json") ? GuardLog::json : GuardLog::text);
    }

    /**
     * Writes one line.
     *
     * @param message without quotation marks, backslashes and control characters
     */
    void warn(String message) {
        err.println(form.apply(message));
    }

    /**
     * Writes the one line that a command ends with.
     *
     * @param message without quotation marks, backslashes and control characters
     */
    void error(String message) {
        err.println("pose ingest: " + message);
    }

    private static String text(String message) {
        return LocalTime.now(ZoneId.systemDefault()).format(TIME) + " WARN  Guard: " + message;
    }

    private static String json(String message) {
        return "{\"timestamp\":" + Instant.now().toEpochMilli()
                + ",\"level\":\"WARN\",\"threadName\":\"main\",\"loggerName\":\"" + Guard.class.getName()
                + "\",\"formattedMessage\":\"" + message + "\"}";
    }
}
