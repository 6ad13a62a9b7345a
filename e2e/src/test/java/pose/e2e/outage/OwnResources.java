package pose.e2e.outage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * What this process holds, after a garbage collection.
 *
 * @param residentKib of memory
 * @param files open, sockets among them
 */
public record OwnResources(long residentKib, long threads, long files) {

    /** As Linux tells it. */
    public static OwnResources now() {
        System.gc();
        return new OwnResources(
                status("VmRSS:"), status("Threads:"), Objects.requireNonNull(new File("/proc/self/fd").list()).length);
    }

    private static long status(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f MiB resident, %d threads, %d files open", residentKib / 1024.0, threads, files);
    }
}
