package pose.app.command;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.ingest.AttentionSettings;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceAddress;
import pose.ingest.SourceOptions;
import pose.ingest.Transport;
import pose.ingest.camera.BackoffSettings;
import pose.ingest.camera.CameraSettings;

/** How a live camera is spoken with. */
final class LiveArguments {

    private static final int MEBIBYTE = 1 << 20;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "0.1 to 60, for opening a live camera, for every read, and for one that gives nothing new "
                    + "(default: 5).")
    private @Nullable Double timeout;

    @Option(
            names = "--transport",
            paramLabel = "WAY",
            description = "How RTSP's packets travel: auto, tcp, udp (default: auto).")
    private @Nullable Transport transport;

    @Option(
            names = "--allow-internal",
            description = "Let a playlist name addresses on this machine or in a private network.")
    private boolean allowInternal;

    @Option(
            names = "--buffer",
            paramLabel = "MIB",
            description =
                    "Pictures of a live camera that may wait for Kafka, 1 to 512 MiB; of more the oldest are dropped, "
                            + "and gaps tell it (default: 8).")
    private @Nullable Integer buffer;

    /** The first of these that was given. */
    Optional<String> given() {
        if (timeout != null) {
            return Optional.of("--timeout");
        }
        if (transport != null) {
            return Optional.of("--transport");
        }
        if (allowInternal) {
            return Optional.of("--allow-internal");
        }
        return Optional.ofNullable(buffer).map(any -> "--buffer");
    }

    /** A camera with these; what is out of range is wrong usage. */
    CameraSettings camera(
            CommandSpec command, String id, SourceAddress source, SourceOptions options, AttentionSettings attention) {
        try {
            int mebibytes = buffer == null ? CameraSettings.DEFAULT_BUFFER_BYTES / MEBIBYTE : buffer;
            if (mebibytes < 1 || mebibytes > 512) {
                throw new IllegalArgumentException("buffer is " + mebibytes + " MiB; allowed: 1 to 512");
            }
            return new CameraSettings(
                    id, source, over(options), attention, mebibytes * MEBIBYTE, BackoffSettings.defaults());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private SourceOptions over(SourceOptions options) {
        NetworkOptions network = NetworkOptions.defaults();
        if (timeout != null) {
            if (!(timeout >= 0.1 && timeout <= 60)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "timeout is %s seconds; allowed: 0.1 to 60", timeout));
            }
            network = network.withTimeout(Duration.ofMillis(Math.round(timeout * 1000)));
        }
        network = transport == null ? network : network.by(transport);
        return options.with(allowInternal ? network.withInternalAllowed() : network);
    }
}
