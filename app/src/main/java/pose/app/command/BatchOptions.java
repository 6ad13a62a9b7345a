package pose.app.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pose.stream.BatchPolicy;

/** How frames become batches. */
final class BatchOptions {

    private static final long MEBIBYTE = 1024 * 1024;

    @Option(
            names = "--max-batch",
            paramLabel = "N",
            defaultValue = "16",
            description = "Frames in a batch at most, 1 to 1024 (default: ${DEFAULT-VALUE}).")
    private int maxBatch;

    @Option(
            names = "--max-delay",
            paramLabel = "MS",
            defaultValue = "20",
            description =
                    "How long a frame waits for its batch to fill at most, 0 to 10000 ms (default: ${DEFAULT-VALUE}).")
    private int maxDelay;

    @Option(
            names = "--max-queue",
            paramLabel = "MIB",
            defaultValue = "64",
            description =
                    "Pictures that wait for a batch at most, over all cameras, 1 to 65536 MiB as they come (default: ${DEFAULT-VALUE}).")
    private int maxQueue;

    @Option(
            names = "--max-age",
            paramLabel = "MS",
            description =
                    "A live frame older than this is not looked at but answered by a gap on pose.gaps.v1, at least 1 "
                            + "ms; recorded footage always is (default: every frame is looked at).")
    private @Nullable Integer maxAge;

    /**
     * The policy that these options say.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    BatchPolicy policy() {
        if (maxQueue < 1 || maxQueue > 65_536) {
            throw new IllegalArgumentException("--max-queue is " + maxQueue + "; it must be from 1 to 65536 MiB");
        }
        Optional<Duration> age = Optional.ofNullable(maxAge).map(Duration::ofMillis);
        try {
            return new BatchPolicy(maxBatch, Duration.ofMillis(maxDelay), maxQueue * MEBIBYTE, age);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(optionIn(String.valueOf(e.getMessage())), e);
        }
    }

    /** The policy's own words for its parameters are in camel case. */
    private static String optionIn(String message) {
        return message.replaceFirst("^maxBatch", "--max-batch")
                .replaceFirst("^maxDelay", "--max-delay")
                .replaceFirst("^maxAge", "--max-age");
    }
}
