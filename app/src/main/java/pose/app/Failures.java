package pose.app;

import java.io.PrintWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import pose.app.command.PoseCommand;
import pose.channel.ChannelException;
import pose.cpm.BadWeightsException;
import pose.ingest.IngestException;
import pose.ingest.SourceException;
import pose.store.StoreException;
import pose.stream.StreamSetupException;

/** What the user reads when something went wrong: one line. */
final class Failures {

    /** What a command line's parser quotes may be a camera's URL, put where it does not belong. */
    private static final Pattern USER_IN_URL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^\\s'@]*@");

    private Failures() {}

    /** For a command line that makes no sense. */
    static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(name + ": " + firstLine(e.getMessage()) + suggestion(e) + " (see '" + name + " --help')");
        return ExitCode.WRONG_USAGE;
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + unmatched.getSuggestions().get(0) + "?";
        }
        return "";
    }

    /** For a command that was understood and could not do what it was asked. */
    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        boolean verbose = command.getCommandSpec().root().userObject() instanceof PoseCommand pose && pose.isVerbose();
        if (isForTheUser(e)) {
            err.println(name + ": " + firstLine(e.getMessage()));
        } else {
            err.println(name + ": unexpected " + e.getClass().getSimpleName() + ": " + firstLine(e.getMessage())
                    + (verbose ? "" : " (--verbose tells more)"));
        }
        if (verbose) {
            e.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }

    private static boolean isForTheUser(Exception e) {
        return e instanceof UserMistake
                || e instanceof BadWeightsException
                || e instanceof ChannelException
                || e instanceof StoreException
                || e instanceof SourceException
                || e instanceof IngestException
                || e instanceof StreamSetupException;
    }

    /** Messages of libraries may be of several lines. */
    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : USER_IN_URL.matcher(message.lines().findFirst().orElse("")).replaceAll("$1***@");
    }
}
