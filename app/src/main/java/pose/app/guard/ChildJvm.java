package pose.app.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The process that does the work. It ends when this one does, in whatever way: it holds the other end of a pipe. */
final class ChildJvm {

    /** What a JVM ends with that ran out of memory, by its own option below. */
    static final int OUT_OF_MEMORY = 3;

    /** Only beyond this is it made to end. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(40);

    /**
     * A heap that grows with what is in it, not with the machine, and has room enough that cleaning all of it, which holds up
     * every camera for 50 ms, is rare; other options, which come after these, win.
     */
    private static final List<String> SMALL = List.of(
            "-Xms24m",
            "-Xmn12m",
            "-XX:SurvivorRatio=3",
            "-XX:MinHeapFreeRatio=25",
            "-XX:MaxHeapFreeRatio=50",
            "-XX:MetaspaceSize=48m");

    /**
     * A terminal sends Ctrl-C to both processes, but this one ends the other: a JVM leaves a signal alone that is ignored
     * when it starts.
     */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "pose");

    /** What it wrote last is to be handed on before this process ends. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(5);

    private final Process process;
    private final CountDownLatch read = new CountDownLatch(1);

    private ChildJvm(Process process) {
        this.process = process;
    }

    /**
     * Starts it, with this process's class path and options of the JVM.
     *
     * @param crashReport the file that it writes in a crash
     * @param aside which cameras are to wait, and for how many milliseconds
     * @param kept what the process before it gave to be kept, as it gave it
     */
    static ChildJvm start(String mainClass, List<String> args, Path crashReport, Map<String, Long> aside, String kept) {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (GuardedCommand.recording(args).isEmpty()) {
            command.addAll(SMALL);
        }
        command.addAll(inherited());
        command.addAll(List.of(
                "-XX:ErrorFile=" + crashReport,
                "-XX:ErrorLogTimeout=10",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ExitOnOutOfMemoryError",
                "-D" + Guarded.GUARDED + "=" + crashReport.getParent(),
                "-D" + Guarded.ASIDE + "="
                        + aside.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(",")),
                mainClass));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process process = builder.start();
            // Not closed: that would tell it that this process is gone.
            OutputStream in = process.getOutputStream();
            in.write((kept + "\n").getBytes(StandardCharsets.US_ASCII));
            in.flush();
            return new ChildJvm(process);
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
     * @param keeper is given what it gives to be kept
     * @return what it ended with; 128 and the signal's number where one killed it
     */
    int await(PrintStream out, Consumer<String> keeper) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Guarded.KEEP)) {
                    keeper.accept(line.substring(Guarded.KEEP.length()));
                } else if (!line.startsWith("#") && !line.startsWith("[thread ")) {
                    out.println(line);
                }
            }
            out.flush();
            read.countDown();
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
        // The process's own method would also close what is still to be read of it.
        boolean unused = process.toHandle().destroy();
        try {
            if (!process.waitFor(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            boolean unusedToo = read.await(LONGEST_READING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
