package pose.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import pose.app.UserMistake;

/** Where a benchmark's figures go beside standard output. */
final class FiguresFile {

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures to this file, as JSON.")
    private @Nullable Path file;

    /**
     * Makes sure that the file can be written, before minutes are spent on what goes into it.
     *
     * @throws UserMistake where it cannot
     */
    void check() {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw new UserMistake("--json '" + file + "' cannot be written; a file in a folder that exists can");
        }
    }

    /** Tells the figures on standard output, and writes them where a file was named. */
    void tell(CommandSpec spec, String text, Map<String, Object> figures) {
        spec.commandLine().getOut().println(text);
        write(figures);
    }

    /** Writes the figures, where a file was named. */
    void write(Map<String, Object> figures) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, JsonFigures.text(figures) + "\n");
        } catch (IOException e) {
            throw new UserMistake("--json '" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
