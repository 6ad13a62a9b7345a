package pose.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pose.app.UserMistake;

/** Whether a file can be written, found out before hours of work depend on it. */
public final class OutputFiles {

    private OutputFiles() {}

    /**
     * Checks a file that is to be written or replaced.
     *
     * @param option names it in messages
     * @param source must not be replaced
     * @throws UserMistake where it cannot be written
     */
    public static void check(String option, Path file, String source) {
        check(option, file);
        if (isSame(file, source)) {
            throw new UserMistake(option + " '" + file + "' is the source; it would be overwritten");
        }
    }

    /** As {@link #check(String, Path, String)}, where no file is read; null where none was asked for. */
    public static void check(String option, @Nullable Path file) {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UserMistake(option + " '" + file + "': there is no folder '" + folder + "'");
        }
        if (Files.isDirectory(file)) {
            throw new UserMistake(option + " '" + file + "' is a folder; a file's name is needed");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new UserMistake(option + " '" + file + "' cannot be written: permission denied");
        }
    }

    private static boolean isSame(Path file, String source) {
        try {
            Path other = Path.of(source.startsWith("file:") ? source.substring("file:".length()) : source);
            return Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other);
        } catch (InvalidPathException | IOException e) {
            return false; // A source that is no file.
        }
    }
}
