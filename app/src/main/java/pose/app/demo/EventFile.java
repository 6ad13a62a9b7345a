package pose.app.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pose.app.UserMistake;
import pose.app.event.PoseEventJson;
import pose.schema.PoseFrame;

/** Every event as a line of JSON in a file. */
final class EventFile implements AutoCloseable {

    private final Path path;
    private final BufferedWriter writer;

    /** @throws UserMistake where it cannot be written */
    EventFile(Path path) {
        this.path = path;
        try {
            writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(PoseFrame event) {
        try {
            writer.write(PoseEventJson.line(event));
            writer.write('\n');
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserMistake unwritable(IOException e) {
        return new UserMistake("--out '" + path + "' cannot be written: " + e.getMessage(), e);
    }
}
