package pose.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import pose.app.proc.ProcessStatus;

/**
 * What the system says of a process ({@code /proc}, Linux).
 *
 * @param residentMebibytes memory it has in RAM now: heap, native and libraries (VmRSS)
 * @param peakMebibytes the most it has had (VmHWM)
 * @param threads of the JVM and of the libraries
 * @param files open file descriptors, sockets and pipes with them
 */
record ProcessReading(double residentMebibytes, double peakMebibytes, int threads, int files) {

    /** Of this process. */
    static Optional<ProcessReading> self() {
        return of(ProcessHandle.current().pid());
    }

    /** Empty where the process has gone or the system has no such files. */
    static Optional<ProcessReading> of(long pid) {
        Path file = ProcessStatus.of(pid);
        try (Stream<Path> files = Files.list(file.resolveSibling("fd"))) {
            ProcessStatus status = ProcessStatus.read(file);
            return Optional.of(new ProcessReading(
                    status.residentKib() / 1024.0, status.mostResidentKib() / 1024.0, status.threads(), (int)
                            files.count()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
