package pose.app.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pose.app.UserMistake;
import pose.app.output.PartFile;

/** The lines beside a clip, in a file that is there only once it is complete. */
final class Sidecar implements AutoCloseable {

    private final PartFile file;
    private final BufferedWriter writer;

    /** @throws UserMistake where it cannot be written */
    Sidecar(Path path) {
        file = new PartFile("--poses", path);
        try {
            writer = Files.newBufferedWriter(file.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    void add(String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Writes the last of it, and lets nobody see it yet. */
    void finish() {
        try {
            writer.close();
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Gives it its name. */
    void complete() {
        file.complete();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            // It was not completed for another reason, which is told, and goes.
        } finally {
            file.close();
        }
    }
}
