package pose.app.record;

import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pose.app.UserMistake;

/** The lines beside a clip, in a file that is there only once it is complete. */
final class Sidecar extends WrittenFile<BufferedWriter> {

    /** @throws UserMistake where it cannot be written */
    Sidecar(Path path) {
        super("--poses", path, part -> Files.newBufferedWriter(part, StandardCharsets.UTF_8));
    }

    void add(String line) {
        write(lines -> {
            lines.write(line);
            lines.write('\n');
        });
    }
}
