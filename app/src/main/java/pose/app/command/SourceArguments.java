package pose.app.command;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceOptions;

/** How a source is read. */
final class SourceArguments {

    @Option(
            names = "--fps",
            paramLabel = "RATE",
            description = "Frames a second to publish, 0.01 to 240: pictures are left out or repeated "
                    + "(default: every picture once).")
    private @Nullable Double fps;

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            description =
                    "Width of the published frames, 16 to 8192; the height keeps the aspect (default: the source's).")
    private @Nullable Integer width;

    @Option(
            names = "--quality",
            paramLabel = "Q",
            description = "Quality of the JPEGs, 1 (smallest) to 100 (best) (default: " + SourceOptions.DEFAULT_QUALITY
                    + ").")
    private @Nullable Integer quality;

    @Option(
            names = "--realtime",
            description = "Publish at the pace of the source's own clock, not as fast as it can be read.")
    private boolean realtime;

    @Option(
            names = "--hardware",
            paramLabel = "DEVICE",
            description = "FFmpeg's name of a device that decodes, e.g. vaapi or cuda (default: the processor).")
    private @Nullable String hardware;

    /** The first of these that was given. */
    Optional<String> given() {
        if (fps != null) {
            return Optional.of("--fps");
        }
        if (width != null) {
            return Optional.of("--width");
        }
        if (hardware != null) {
            return Optional.of("--hardware");
        }
        return quality != null ? Optional.of("--quality") : realtime ? Optional.of("--realtime") : Optional.empty();
    }

    /** These as checked options; what is out of range is wrong usage. */
    SourceOptions options(CommandSpec command) {
        try {
            return new SourceOptions(
                    fps == null ? OptionalDouble.empty() : OptionalDouble.of(fps),
                    width == null ? OptionalInt.empty() : OptionalInt.of(width),
                    quality == null ? SourceOptions.DEFAULT_QUALITY : quality,
                    realtime,
                    Optional.ofNullable(hardware),
                    NetworkOptions.defaults());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }
}
