package pose.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the system says of a process ({@code /proc}, Linux).
 *
 * @param residentMebibytes memory it has in RAM now: heap, native and libraries (VmRSS)
 * @param peakMebibytes the most it has had (VmHWM)
 * @param threads of the JVM and of the libraries
 * @param files open file descriptors, sockets and pipes with them
 */
record ProcessReading(double residentMebibytes, double peakMebibytes, int threads, int files) {

    private static final Path PROC = Path.of("/proc");

    /** Of this process. */
    static Optional<ProcessReading> self() {
        return of(ProcessHandle.current().pid());
    }

    /** Empty where the process has gone or the system has no such files. */
    static Optional<ProcessReading> of(long pid) {
        Path folder = PROC.resolve(Long.toString(pid));
        try (Stream<Path> files = Files.list(folder.resolve("fd"))) {
            String status = Files.readString(folder.resolve("status"));
            return Optional.of(new ProcessReading(
                    number(status, "VmRSS") / 1024,
                    number(status, "VmHWM") / 1024,
                    (int) number(status, "Threads"),
                    (int) files.count()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static double number(String status, String field) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + field));
    }
}
