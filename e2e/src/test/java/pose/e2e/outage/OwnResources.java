package pose.e2e.outage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import pose.app.proc.ProcessStatus;

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
        try {
            ProcessStatus status = ProcessStatus.read(ProcessStatus.own());
            return new OwnResources(
                    status.residentKib(),
                    status.threads(),
                    Objects.requireNonNull(new File("/proc/self/fd").list()).length);
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
