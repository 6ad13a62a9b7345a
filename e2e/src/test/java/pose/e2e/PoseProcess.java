package pose.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One {@code pose} command line in a process of its own, whose temporary files go where they can be counted. */
final class PoseProcess implements AutoCloseable {

    private final Process process;
    private final Path temporaryFiles;
    private final Path out;
    private final Path err;

    private PoseProcess(Process process, Path temporaryFiles, Path out, Path err) {
        this.process = process;
        this.temporaryFiles = temporaryFiles;
        this.out = out;
        this.err = err;
    }

    /** Starts it, with all that it writes below a folder. */
    static PoseProcess start(Path folder, List<String> args) throws IOException {
        Path temporaryFiles = Files.createDirectory(folder.resolve("tmp"));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporaryFiles,
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "pose.app.Main"));
        command.addAll(args);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new PoseProcess(builder.start(), temporaryFiles, out, err);
    }

    /** Asks it to end, as SIGTERM does. */
    void askToEnd() {
        process.destroy();
    }

    boolean endsWithin(Duration longest) throws InterruptedException {
        return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporaryFiles)) {
            return files.toList();
        }
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    /** Makes an end of it, where it has none yet. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
