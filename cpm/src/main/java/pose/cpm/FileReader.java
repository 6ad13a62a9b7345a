package pose.cpm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a version's files come from.
 *
 * @param <E> what is thrown where the place is at fault, and not the version
 */
@FunctionalInterface
public interface FileReader<E extends Exception> {

    /**
     * A file of the version by its name, null where there is none.
     *
     * @param longest how many bytes it may have; a longer one is not read
     * @throws TooLongException where it has more
     * @throws IOException where it cannot be read, with a message for people
     */
    byte @Nullable [] read(String file, long longest) throws IOException, E;

    /** Reads the files of a folder. */
    static FileReader<RuntimeException> of(Path folder) {
        return (file, longest) -> {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(path)) {
                return read(in, Files.size(path), longest);
            }
        };
    }

    /**
     * Reads bytes to their end, and no more than may be.
     *
     * @param bytes how many there are said to be
     */
    static byte[] read(InputStream in, long bytes, long longest) throws IOException {
        if (bytes > longest) {
            throw new TooLongException(bytes);
        }
        byte[] read = in.readNBytes(Math.toIntExact(longest));
        if (in.read() >= 0) {
            throw new TooLongException(longest + 1);
        }
        return read;
    }
}
