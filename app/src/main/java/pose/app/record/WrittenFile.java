package pose.app.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import pose.app.UserMistake;
import pose.app.output.PartFile;

/**
 * A file that is there only once it is complete.
 *
 * @param <W> what writes it
 */
abstract class WrittenFile<W extends Closeable> implements AutoCloseable {

    /** Begins to write a file. */
    interface Opening<W> {

        W open(Path path) throws IOException;
    }

    /** Writes more of it. */
    interface Writing<W> {

        void write(W writer) throws IOException;
    }

    private final PartFile file;
    private final W writer;

    /**
     * @param option names the file in messages
     * @throws UserMistake where it cannot be written, or not like this
     */
    WrittenFile(String option, Path path, Opening<W> opening) {
        file = new PartFile(option, path);
        try {
            writer = opening.open(file.path());
        } catch (IOException | IllegalArgumentException e) {
            file.close();
            throw file.unwritable(e);
        }
    }

    /** @throws UserMistake where it cannot be written any further */
    final void write(Writing<W> writing) {
        try {
            writing.write(writer);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Writes the last of it, and lets nobody see it yet. */
    final void finish() {
        write(Closeable::close);
    }

    /** Gives it its name. */
    final void complete() {
        file.complete();
    }

    @Override
    public final void close() {
        try {
            writer.close();
        } catch (IOException e) {
            // It was not completed for another reason, which is told, and goes.
        } finally {
            file.close();
        }
    }
}
