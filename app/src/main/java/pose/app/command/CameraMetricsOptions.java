package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.metrics.CameraMonitoring;

/** Where live cameras tell their numbers and how they are. */
final class CameraMetricsOptions {

    private static final String LOOPBACK = "localhost";

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            converter = BrokerCommand.Port.class,
            description =
                    "Port for /metrics (Prometheus), /health/live and /health/ready over HTTP, 1 to 65535, or 0 for "
                            + "any free one; live cameras only (default: none). docs/metrics.md explains each number.")
    private @Nullable Integer port;

    @Option(
            names = "--metrics-host",
            paramLabel = "HOST",
            description =
                    "Address to listen on for them, 0.0.0.0 for all of this machine's (default: " + LOOPBACK + ").")
    private @Nullable String host;

    /** The option that makes no sense without live cameras. */
    Optional<String> given() {
        return port != null
                ? Optional.of("--metrics-port")
                : Optional.ofNullable(host).map(any -> "--metrics-host");
    }

    /** @throws ParameterException where there is something to serve and no port */
    void check(CommandLine command) {
        if (port == null && host != null) {
            throw new ParameterException(command, "--metrics-host is of no use without --metrics-port");
        }
    }

    /**
     * Opens the port, where one was named, and tells where it is.
     *
     * @throws pose.app.UserMistake where the port cannot be listened on
     */
    Optional<CameraMonitoring> begin(CommandLine command) {
        if (port == null) {
            return Optional.empty();
        }
        CameraMonitoring monitoring = CameraMonitoring.at(host == null ? LOOPBACK : host, port);
        command.getErr()
                .println("numbers at " + monitoring.url() + "/metrics, health at /health/live and /health/ready");
        return Optional.of(monitoring);
    }
}
