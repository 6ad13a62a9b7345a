package pose.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The address that numbers are served on, beside their port. */
final class MetricsHost {

    private static final String LOOPBACK = "localhost";

    @Option(
            names = "--metrics-host",
            paramLabel = "HOST",
            description =
                    "Address to listen on for them, 0.0.0.0 for all of this machine's (default: " + LOOPBACK + ").")
    private @Nullable String host;

    boolean given() {
        return host != null;
    }

    String address() {
        return host == null ? LOOPBACK : host;
    }

    /** Tells where the numbers are. */
    static void tell(CommandLine command, String url) {
        command.getErr().println("numbers at " + url + "/metrics, health at /health/live and /health/ready");
    }
}
