package pose.app.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import pose.app.UserMistake;

/** The log of this process, as logback.xml sets it up. */
public final class Log {

    private static final String LIMITED = "LIMITED";
    private static final String CONSOLE = "STDERR";

    private Log() {}

    /**
     * From now on lines look like this.
     *
     * @throws UserMistake where another configuration than ours is in force, which has its own formats
     */
    public static void format(LogFormat format) {
        // Set up here in any case: several threads that ask for it first at the same time are told so, in lines of its
        // own.
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        if (format == LogFormat.JSON) {
            writeJson(loggers);
        }
    }

    static void writeJson(ILoggerFactory loggers) {
        ConsoleAppender<ILoggingEvent> console = limited(loggers)
                .map(limited -> limited.getAppender(CONSOLE))
                .filter(ConsoleAppender.class::isInstance)
                .map(appender -> (ConsoleAppender<ILoggingEvent>) appender)
                .orElseThrow(
                        () -> new UserMistake("--log-format is json, but another logback configuration than pose's "
                                + "own is in force; the format is set there"));
        JsonEncoder json = json();
        json.setContext(console.getContext());
        json.start();
        console.stop();
        console.setEncoder(json);
        console.start();
    }

    private static JsonEncoder json() {
        JsonEncoder json = new JsonEncoder();
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        json.setWithMDC(false);
        json.setWithMessage(false);
        json.setWithArguments(false);
        json.setWithFormattedMessage(true);
        return json;
    }

    /** Each line that is written to this becomes an entry of the log. */
    public static PrintWriter writer() {
        return new PrintWriter(new LogWriter(LoggerFactory.getLogger("pose")), true);
    }

    /** Tells of what the rate limit has held back so far. */
    public static void tellOfHeldBack() {
        limited(LoggerFactory.getILoggerFactory()).ifPresent(RateLimitedAppender::tellOfAll);
    }

    private static Optional<RateLimitedAppender> limited(ILoggerFactory loggers) {
        return loggers instanceof LoggerContext context
                        && context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(LIMITED)
                                instanceof RateLimitedAppender limited
                ? Optional.of(limited)
                : Optional.empty();
    }
}
