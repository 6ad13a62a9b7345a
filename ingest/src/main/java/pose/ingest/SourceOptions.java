package pose.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * How a source is to be read.
 *
 * @param fps frames a second to publish, 0.01 to 240: at each tick of this rate the picture that the source shows then, so
 *     that pictures are left out or repeated; empty publishes every picture once
 * @param width of the published frames in pixels, 16 to 8192, the height keeps the aspect and is even; empty keeps the size
 * @param quality of the JPEGs, 1 (smallest) to 100 (best), about what libjpeg means by it
 * @param realtime whether frames come at the pace of the source's own clock instead of as fast as they can be had; a live
 *     source's always do
 * @param hardware FFmpeg's name of a device that decodes, e.g. {@code vaapi} or {@code cuda}; empty decodes on the processor
 * @param network how a live source is spoken with; of no meaning to others
 */
public record SourceOptions(
        OptionalDouble fps,
        OptionalInt width,
        int quality,
        boolean realtime,
        Optional<String> hardware,
        NetworkOptions network) {

    public static final int DEFAULT_QUALITY = 85;

    private static final Pattern DEVICE = Pattern.compile("[a-z0-9]{1,20}");
    private static final double MIN_FPS = 0.01;
    private static final double MAX_FPS = 240;
    private static final int MIN_WIDTH = 16;
    private static final int MAX_WIDTH = 8192;

    public SourceOptions {
        // Written so that NaN is refused as well.
        if (fps.isPresent() && !(fps.getAsDouble() >= MIN_FPS && fps.getAsDouble() <= MAX_FPS)) {
            throw new IllegalArgumentException("fps is " + fps.getAsDouble() + "; allowed: 0.01 to 240");
        }
        if (width.isPresent() && (width.getAsInt() < MIN_WIDTH || width.getAsInt() > MAX_WIDTH)) {
            throw new IllegalArgumentException("width is " + width.getAsInt() + "; allowed: 16 to 8192");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is " + quality + "; allowed: 1 to 100");
        }
        if (hardware.isPresent() && !DEVICE.matcher(hardware.get()).matches()) {
            throw new IllegalArgumentException(
                    "hardware is '" + hardware.get() + "'; allowed: a device such as vaapi, cuda, qsv");
        }
    }

    /** Every picture once, at its own size, as fast as it can be had. */
    public static SourceOptions defaults() {
        return new SourceOptions(
                OptionalDouble.empty(),
                OptionalInt.empty(),
                DEFAULT_QUALITY,
                false,
                Optional.empty(),
                NetworkOptions.defaults());
    }

    public SourceOptions withFps(double framesPerSecond) {
        return new SourceOptions(OptionalDouble.of(framesPerSecond), width, quality, realtime, hardware, network);
    }

    public SourceOptions withWidth(int pixels) {
        return new SourceOptions(fps, OptionalInt.of(pixels), quality, realtime, hardware, network);
    }

    public SourceOptions withQuality(int oneToHundred) {
        return new SourceOptions(fps, width, oneToHundred, realtime, hardware, network);
    }

    public SourceOptions inRealtime() {
        return new SourceOptions(fps, width, quality, true, hardware, network);
    }

    public SourceOptions onHardware(String device) {
        return new SourceOptions(fps, width, quality, realtime, Optional.of(device), network);
    }

    public SourceOptions with(NetworkOptions way) {
        return new SourceOptions(fps, width, quality, realtime, hardware, way);
    }

    /** How long a live source may be silent. */
    public Duration timeout() {
        return network.timeout();
    }
}
