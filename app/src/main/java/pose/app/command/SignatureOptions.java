package pose.app.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.app.UserMistake;
import pose.channel.Signature;

/** Who changes something, and why: kept with the change. */
final class SignatureOptions {

    @Option(
            names = "--by",
            paramLabel = "WHO",
            description = "Who does it (default: your login name @ this machine's).")
    private @Nullable String by;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why, in one line.")
    private String why = "";

    Signature signature() {
        try {
            return new Signature(by == null ? user() : by, why);
        } catch (IllegalArgumentException e) {
            throw new UserMistake("--" + e.getMessage(), e);
        }
    }

    private static String user() {
        return System.getProperty("user.name", "somebody") + "@" + machine();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
