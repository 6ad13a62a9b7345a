package pose.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What another process has open, as Linux tells it. */
final class OpenFiles {

    private OpenFiles() {}

    /**
     * Comes back the moment a process has a file open. It looks without a pause, since a file may not be open for long.
     *
     * @throws IllegalStateException where that does not come about in time
     */
    static void await(long pid, Path file, Duration longest) throws IOException {
        Path real = file.toRealPath();
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        long deadline = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < deadline) {
            try (Stream<Path> open = Files.list(descriptors)) {
                if (open.anyMatch(descriptor -> leadsTo(descriptor, real))) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException(
                "process " + pid + " did not open " + file + " within " + longest.toSeconds() + " s");
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (NoSuchFileException e) {
            // Closed since it was listed.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
