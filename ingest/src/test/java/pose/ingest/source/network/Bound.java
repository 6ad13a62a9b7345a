package pose.ingest.source.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Whether someone listens on a UDP port of this machine, by the kernel's own list. */
final class Bound {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private Bound() {}

    /** Waits until someone does. */
    static void await(int port) {
        String wanted = String.format(Locale.ROOT, ":%04X ", port);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!listed(wanted) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean listed(String wanted) {
        try {
            return Files.readString(Path.of("/proc/net/udp")).contains(wanted);
        } catch (IOException e) {
            throw new AssertionError("cannot tell which ports are bound", e);
        }
    }
}
