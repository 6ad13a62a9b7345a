package pose.ingest.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A server as a process of its own. What it prints goes to a temporary file. It never outlives this JVM's orderly end. */
final class ServerProcess implements AutoCloseable {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final List<String> command;
    private final Path log;
    private volatile @Nullable Process process;

    ServerProcess(String name, List<String> command) throws IOException {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = Files.createTempFile("pose-" + name.replace(' ', '-'), ".log");
    }

    void start() throws IOException {
        if (running()) {
            throw new IllegalStateException(name + " runs already");
        }
        // Its standard input stays open as long as this JVM lives: a server can tell by it when to end.
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        RUNNING.add(started);
        CompletableFuture<Void> unused = started.onExit().thenRun(() -> RUNNING.remove(started));
    }

    boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Ends it as a power cut would, and waits until it is gone; nothing where it does not run. */
    void kill() {
        Process victim = process;
        if (victim == null) {
            return;
        }
        victim.destroyForcibly();
        try {
            victim.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    /** Waits for it to end by itself. */
    int awaitEnd() throws InterruptedException {
        Process awaited = process;
        if (awaited == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return awaited.waitFor();
    }

    /** Stops it where it stands: its connections stay open and are still accepted, and nothing is said on them. */
    void freeze() throws IOException {
        signal("STOP");
    }

    void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException {
        Process target = process;
        if (target == null) {
            throw new IllegalStateException(name + " does not run");
        }
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("kill -" + signal + " of " + name + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it has printed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
