package pose.app.proc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process's {@code /proc/PID/status} at one time (Linux, proc_pid_status(5)). */
public final class ProcessStatus {

    private static final String OWN = "self";

    private final String text;

    private ProcessStatus(String text) {
        this.text = text;
    }

    /** Where the system writes that of this process. */
    public static Path own() {
        return of(OWN);
    }

    /** Where the system writes that of another. */
    public static Path of(long pid) {
        return of(Long.toString(pid));
    }

    private static Path of(String process) {
        return Path.of("/proc", process, "status");
    }

    /**
     * Reads it as it is now.
     *
     * @throws IOException where the process has gone or the system has no such files
     */
    public static ProcessStatus read(Path file) throws IOException {
        return new ProcessStatus(Files.readString(file));
    }

    /** Memory it has in RAM now, heap, native memory, stacks and libraries together, in KiB. */
    public long residentKib() throws IOException {
        return number("VmRSS");
    }

    /** The most it has had in RAM at a time, in KiB. */
    public long mostResidentKib() throws IOException {
        return number("VmHWM");
    }

    /** Threads of the JVM and of the libraries. */
    public int threads() throws IOException {
        return (int) number("Threads");
    }

    private long number(String field) throws IOException {
        return text.lines()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + field));
    }
}
