package pose.app.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import pose.stream.BatchPolicy;

/** What a benchmark puts on a stream, and how the stream goes about it. */
final class BenchLoad {

    @Option(
            names = "--cameras",
            paramLabel = "N",
            defaultValue = "16",
            converter = Count.class,
            description = "Cameras, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int cameras;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "8",
            converter = Count.class,
            description = "Partitions of each topic, 1 to 1000; cameras are spread over them evenly (default: "
                    + "${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1280x720",
            converter = PixelSize.class,
            description = "Width and height of the pictures in pixels, 32 to 8192 (default: ${DEFAULT-VALUE}).")
    private Size size = new Size(1280, 720);

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "32",
            converter = Count.class,
            description = "Distinct pictures, which come again and again, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(
            names = "--exactly-once",
            description = "Each frame's event exactly once, also after a crash (default: at least once).")
    private boolean exactlyOnce;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            converter = Threads.class,
            description = "Threads of the stream that read and write, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin
    private BatchOptions batches = new BatchOptions();

    /** A picture's size in pixels. */
    record Size(int width, int height) {}

    int cameras() {
        return cameras;
    }

    int partitions() {
        return partitions;
    }

    Size size() {
        return size;
    }

    int pictures() {
        return pictures;
    }

    boolean exactlyOnce() {
        return exactlyOnce;
    }

    int threads() {
        return threads;
    }

    /** @throws IllegalArgumentException naming the option, its value and what is allowed */
    BatchPolicy batching() {
        return batches.policy();
    }

    /** How many of something. */
    static final class Count extends Bounded {
        Count() {
            super(1, 1000);
        }
    }

    /** How many threads. */
    static final class Threads extends Bounded {
        Threads() {
            super(1, 64);
        }
    }

    /** Width and height with an x between them. */
    static final class PixelSize implements ITypeConverter<Size> {

        private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
        private static final int LEAST = 32;
        private static final int MOST = 8192;

        @Override
        public Size convert(String text) {
            Matcher matcher = SIZE.matcher(text);
            if (matcher.matches()) {
                int width = Integer.parseInt(matcher.group(1));
                int height = Integer.parseInt(matcher.group(2));
                if (Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST) {
                    return new Size(width, height);
                }
            }
            throw new TypeConversionException("'" + text + "' is no size; allowed: WIDTHxHEIGHT, each from " + LEAST
                    + " to " + MOST + ", e.g. 1280x720");
        }
    }
}
