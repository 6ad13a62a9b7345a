package pose.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pose.app.Main;
import pose.app.UserMistake;

/** Another {@code pose} command in a process of its own, so that what it takes can be told apart; it ends with this one. */
final class ChildCommand implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(20);

    /**
     * A terminal sends Ctrl-C to both processes, but this one ends the other in its own time: a JVM leaves a signal alone
     * that is ignored when it starts.
     */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "pose");

    private final String name;
    private final Process process;
    private final Path errors;

    private ChildCommand(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts one, with this process's class path and options of the JVM.
     *
     * @param folder for its temporary files and what it writes to standard error
     * @param jvmOptions further ones, which win over this process's
     * @param arguments the command line behind {@code pose}
     */
    static ChildCommand start(Path folder, List<String> jvmOptions, List<String> arguments) {
        String name = arguments.get(0);
        Path errors = folder.resolve(name + ".err");
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(inherited());
        command.addAll(jvmOptions);
        try {
            Path temporary = Files.createDirectories(folder.resolve(name + "-tmp"));
            command.add("-Djava.io.tmpdir=" + temporary);
            command.add(Main.class.getName());
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            return new ChildCommand(name, builder.start(), errors);
        } catch (IOException e) {
            throw new UserMistake("'pose " + name + "' cannot be started: " + e.getMessage(), e);
        }
    }

    /** What this JVM was started with, but for what belongs to this run of it alone. */
    private static List<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Dpose.terminal") && !option.startsWith("-Djava.io.tmpdir"))
                .filter(option -> !option.startsWith("-agent") && !option.startsWith("-javaagent"))
                .toList();
    }

    /** The first line that it writes to standard output; waits for it. */
    String firstLine() {
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            @Nullable String line = out.readLine();
            if (line == null) {
                throw ended();
            }
            return line;
        } catch (IOException e) {
            throw new UserMistake("'pose " + name + "' cannot be listened to: " + e.getMessage(), e);
        }
    }

    /** @throws UserMistake with its last words, where it has ended by itself */
    void requireAlive() {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    private UserMistake ended() {
        List<String> said = told();
        return new UserMistake("'pose " + name + "' ended before it was told to"
                + (said.isEmpty() ? "" : ": " + said.get(said.size() - 1)));
    }

    /** What it has written to standard error so far, in lines. */
    List<String> told() {
        try {
            return Files.readAllLines(errors);
        } catch (IOException e) {
            return List.of();
        }
    }

    long pid() {
        return process.pid();
    }

    /** Processor time it has taken so far, of all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Asks it to end; makes it, where it does not within 20 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
