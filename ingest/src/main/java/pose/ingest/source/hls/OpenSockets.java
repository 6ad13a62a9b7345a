package pose.ingest.source.hls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of a {@link Gate}: none of them outlives it. Safe from any thread. */
final class OpenSockets implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Takes a socket over; it is closed at once where all are. */
    Socket keep(Socket socket) {
        open.add(socket);
        if (closed) {
            release(socket);
        }
        return socket;
    }

    void release(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    /** Hands on what comes from one to the other until one of them ends; then both are closed. */
    void pour(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side is gone: so is the other.
        } finally {
            release(from);
            release(to);
        }
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(this::release);
    }
}
