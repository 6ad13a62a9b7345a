package pose.app.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.app.metrics.Monitoring;

/** Where a stream tells its numbers and how it is. */
final class MetricsOptions {

    private static final int READY_WITHIN = 30_000;

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            converter = BrokerCommand.Port.class,
            description =
                    "Port for /metrics (Prometheus), /health/live and /health/ready over HTTP, 1 to 65535, or 0 for "
                            + "any free one (default: none). docs/metrics.md explains each number.")
    private @Nullable Integer port;

    @Mixin
    private MetricsHost host = new MetricsHost();

    @Option(
            names = "--ready-within",
            paramLabel = "MS",
            converter = Millis.class,
            description =
                    "/health/ready fails once a frame has been waiting in this process for longer, 1 to 3600000 ms "
                            + "(default: " + READY_WITHIN + ").")
    private @Nullable Integer readyWithin;

    /**
     * Opens the port, where one was named, and tells where it is.
     *
     * @throws ParameterException where there is something to serve and no port
     * @throws pose.app.UserMistake where the port cannot be listened on
     */
    Monitoring begin(CommandLine command) {
        if (port == null) {
            if (host.given() || readyWithin != null) {
                String option = host.given() ? "--metrics-host" : "--ready-within";
                throw new ParameterException(command, option + " is of no use without --metrics-port");
            }
            return Monitoring.log();
        }
        Monitoring monitoring = Monitoring.at(
                host.address(), port, Duration.ofMillis(readyWithin == null ? READY_WITHIN : readyWithin));
        monitoring.url().ifPresent(url -> MetricsHost.tell(command, url));
        return monitoring;
    }

    /** A time to wait, 1 ms to 1 h. */
    static final class Millis extends Bounded {
        Millis() {
            super(1, 3_600_000);
        }
    }
}
