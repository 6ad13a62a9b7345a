package pose.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pose.app.UserMistake;

/** A folder that is written beside the one it is to be, and becomes that one when it is complete: closed before, it is gone. */
public final class PartFolder implements AutoCloseable {

    private final String option;
    private final Path folder;
    private final Path part;

    /** Puts something into a folder. */
    @FunctionalInterface
    public interface Filling {

        void into(Path path) throws IOException;
    }

    /**
     * Begins one; what an earlier one that was killed has left goes.
     *
     * @param option names it in messages
     * @throws UserMistake where it cannot be written
     */
    public PartFolder(String option, Path folder) {
        this.option = option;
        this.folder = folder.toAbsolutePath().normalize();
        this.part = this.folder.resolveSibling("." + this.folder.getFileName() + ".part");
        try {
            delete(part);
            Files.createDirectories(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Writes into it.
     *
     * @throws UserMistake where that cannot be done
     */
    public void write(Filling filling) {
        try {
            filling.into(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Makes it what it is to be.
     *
     * @throws UserMistake where that cannot be done, e.g. because it is there by now
     */
    public void complete() {
        write(path -> Files.move(path, folder, StandardCopyOption.ATOMIC_MOVE));
    }

    private UserMistake unwritable(IOException e) {
        return new UserMistake(option + " '" + folder + "' cannot be written: " + e, e);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    /** Takes away what was not completed. */
    @Override
    public void close() {
        try {
            delete(part);
        } catch (IOException e) {
            throw new UserMistake(option + ": '" + part + "' is left behind: " + e.getMessage(), e);
        }
    }
}
