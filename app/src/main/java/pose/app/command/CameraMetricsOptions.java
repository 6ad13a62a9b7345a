package pose.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.metrics.CameraMonitoring;

/** Where live cameras tell their numbers and how they are. */
final class CameraMetricsOptions {

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            converter = BrokerCommand.Port.class,
            description =
                    "Port for /metrics (Prometheus), /health/live and /health/ready over HTTP, 1 to 65535, or 0 for "
                            + "any free one; live cameras only (default: none). docs/metrics.md explains each number.")
    private @Nullable Integer port;

    @Mixin
    private MetricsHost host = new MetricsHost();

    /** The option that makes no sense without live cameras. */
    Optional<String> given() {
        return port != null
                ? Optional.of("--metrics-port")
                : host.given() ? Optional.of("--metrics-host") : Optional.empty();
    }

    /** @throws ParameterException where there is something to serve and no port */
    void check(CommandLine command) {
        if (port == null && host.given()) {
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
        CameraMonitoring monitoring = CameraMonitoring.at(host.address(), port);
        MetricsHost.tell(command, monitoring.url());
        return Optional.of(monitoring);
    }
}
