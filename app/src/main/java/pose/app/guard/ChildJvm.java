package pose.app.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The process that does the work. It ends when this one does, in whatever way: it holds the other end of a pipe. */
final class ChildJvm {

    /** What a JVM ends with that ran out of memory, by its own option below. */
    static final int OUT_OF_MEMORY = 3;

    /** Only beyond this is it made to end. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(40);

    /**
     * A terminal sends Ctrl-C to both processes, but this one ends the other: a JVM leaves a signal alone that is ignored
     * when it starts.
     */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "pose");

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts it, with this process's class path and options of the JVM.
     *
     * @param crashReport the file that it writes in a crash
     * @param aside which cameras are to wait, and for how many milliseconds
     */
    static ChildJvm start(String mainClass, List<String> args, Path crashReport, Map<String, Long> aside) {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(inherited());
        command.addAll(List.of(
                "-XX:ErrorFile=" + crashReport,
                "-XX:ErrorLogTimeout=10",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError",
                "-D" + Guarded.GUARDED + "=true",
                "-D" + Guarded.ASIDE + "="
                        + aside.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(",")),
                mainClass));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this JVM was started with, but for what belongs to this run of it alone. */
    private static List<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .toList();
    }

    /**
     * Hands on what it writes to standard output until it ends, but for what the JVM itself says of a crash: that is told in
     * other words.
     *
     * @return what it ended with; 128 and the signal's number where one killed it
     */
    int await(PrintStream out) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.startsWith("[thread ")) {
                    out.println(line);
                }
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the guarded process runs", e);
        }
    }

    /** Asks it to end, as SIGTERM does, and waits until it has. */
    void end() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
