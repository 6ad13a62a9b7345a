package pose.app.metrics;

import java.io.IOException;
import java.nio.file.Path;
import pose.app.proc.ProcessStatus;

/** How much memory the operating system says a process has: heap, native memory, stacks and libraries together. */
final class ProcessMemory {

    private interface Kibibytes {

        long of(ProcessStatus status) throws IOException;
    }

    private final Path status;

    private ProcessMemory(Path status) {
        this.status = status;
    }

    /** Of this process, as Linux tells it. */
    static ProcessMemory ofThisProcess() {
        return new ProcessMemory(ProcessStatus.own());
    }

    static ProcessMemory in(Path status) {
        return new ProcessMemory(status);
    }

    /** In memory now, in bytes; not a number where the system does not tell. */
    double resident() {
        return bytes(ProcessStatus::residentKib);
    }

    /** The most there has been in memory at a time, in bytes; not a number where the system does not tell. */
    double mostResident() {
        return bytes(ProcessStatus::mostResidentKib);
    }

    private double bytes(Kibibytes kibibytes) {
        try {
            return 1024.0 * kibibytes.of(ProcessStatus.read(status));
        } catch (IOException e) {
            // Not Linux: the number is left out.
            return Double.NaN;
        }
    }
}
