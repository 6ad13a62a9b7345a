package pose.app.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory the operating system says a process has: heap, native memory, stacks and libraries together. */
final class ProcessMemory {

    private static final Pattern LINE = Pattern.compile("(VmRSS|VmHWM):\\s+(\\d+) kB");

    private final Path status;

    private ProcessMemory(Path status) {
        this.status = status;
    }

    /** Of this process, as Linux tells it. */
    static ProcessMemory ofThisProcess() {
        return new ProcessMemory(Path.of("/proc/self/status"));
    }

    static ProcessMemory in(Path status) {
        return new ProcessMemory(status);
    }

    /** In memory now, in bytes; not a number where the system does not tell. */
    double resident() {
        return read("VmRSS");
    }

    /** The most there has been in memory at a time, in bytes; not a number where the system does not tell. */
    double mostResident() {
        return read("VmHWM");
    }

    private double read(String key) {
        try {
            Matcher matcher = LINE.matcher(Files.readString(status));
            while (matcher.find()) {
                if (key.equals(matcher.group(1))) {
                    return 1024.0 * Long.parseLong(String.valueOf(matcher.group(2)));
                }
            }
        } catch (IOException e) {
            // Not Linux: the number is left out.
        }
        return Double.NaN;
    }
}
