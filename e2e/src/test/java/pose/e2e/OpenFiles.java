package pose.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What another process has open, as Linux tells it. */
final class OpenFiles {

    private OpenFiles() {}

    /**
     * Comes back the moment a process has a file open. It looks without a pause, since a file may not be open for long.
     *
     * @param over asked all the while whether there is nothing to wait for any more
     * @return whether it was seen open: on a busy machine it may have been opened and closed between two looks
     */
    static boolean seen(long pid, Path file, BooleanSupplier over) throws IOException {
        Path real = file.toRealPath();
        Path descriptors = Path.of("/proc", Long.toString(pid), "fd");
        while (!over.getAsBoolean()) {
            try (Stream<Path> open = Files.list(descriptors)) {
                if (open.anyMatch(descriptor -> leadsTo(descriptor, real))) {
                    return true;
                }
            }
            Thread.onSpinWait();
        }
        return false;
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
