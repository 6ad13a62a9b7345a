package pose.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import pose.app.UserMistake;

/**
 * A file that is written beside the one it is to be, and becomes that one when it is complete: closed before, it is gone, and
 * what had that name before is still there.
 */
public final class PartFile implements AutoCloseable {

    private final String option;
    private final Path file;
    private final Path part;

    /** @param option names it in messages */
    public PartFile(String option, Path file) {
        this.option = option;
        this.file = file;
        this.part = file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Where it is written. */
    public Path path() {
        return part;
    }

    /**
     * Makes it what it is to be.
     *
     * @throws UserMistake where that cannot be done
     */
    public void complete() {
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What its user is told where it cannot be written. */
    public UserMistake unwritable(Exception e) {
        return new UserMistake(option + " '" + file + "' cannot be written: " + e.getMessage(), e);
    }

    /** Takes away what was not completed. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UserMistake(option + ": '" + part + "' is left behind: " + e.getMessage(), e);
        }
    }
}
