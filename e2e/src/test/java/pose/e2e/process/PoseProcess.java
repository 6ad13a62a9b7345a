package pose.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One {@code pose} command line in a process of its own, whose temporary files go where they can be counted. */
public final class PoseProcess implements AutoCloseable {

    /**
     * Has {@code pose stream}, {@code demo}, {@code replay} and {@code reinfer} look at whole pictures, whatever they do by default: for
     * promises that are not about finding people.
     */
    public static final String WHOLE_PICTURES = "--locator=whole";

    private static final Duration LONGEST_DEATH = Patience.LONGEST;

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

    /** Starts it, with all that it writes below a folder, which is made where it is missing. */
    public static PoseProcess start(Path folder, List<String> args) {
        return start(folder, List.of(), args);
    }

    /**
     * As {@link #start(Path, List)}.
     *
     * @param jvmOptions come after ours and override them
     */
    public static PoseProcess start(Path folder, List<String> jvmOptions, List<String> args) {
        return start(folder, "pose.app.Main", jvmOptions, args);
    }

    /** Starts another program on this class path, as {@link #start(Path, List, List)} does. */
    public static PoseProcess start(Path folder, String mainClass, List<String> jvmOptions, List<String> args) {
        try {
            Path temporaryFiles = Files.createDirectories(folder.resolve("tmp"));
            Path out = folder.resolve("out.txt");
            Path err = folder.resolve("err.txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + temporaryFiles,
                    "-Djava.awt.headless=true",
                    "-Dai.djl.offline=true"));
            command.addAll(jvmOptions);
            command.add(mainClass);
            command.addAll(args);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return new PoseProcess(builder.start(), temporaryFiles, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as SIGTERM does. */
    public void askToEnd() {
        process.destroy();
    }

    /** Makes an end of it in the middle of whatever it does, as SIGKILL does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(LONGEST_DEATH)) {
            throw new IllegalStateException("process " + process.pid() + " outlives being killed");
        }
    }

    public boolean endsWithin(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + process.pid(), e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    /** The most memory it ever had in RAM, in bytes; empty once it is gone, and where nobody counts it. */
    public OptionalLong peakMemory() {
        return status("VmHWM:");
    }

    /** The memory that it has in RAM now, in bytes; empty once it is gone, and where nobody counts it. */
    public OptionalLong memory() {
        return status("VmRSS:");
    }

    private OptionalLong status(String field) {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return status.filter(line -> line.startsWith(field))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    public List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporaryFiles)) {
            return files.toList();
        }
    }

    /** What it wrote on standard output so far. */
    public String out() {
        return read(out);
    }

    /** What it wrote on standard error so far. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an end of it, where it has none yet. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
