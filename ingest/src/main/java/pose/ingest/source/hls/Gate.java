package pose.ingest.source.hls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pose.ingest.SourceException;
import pose.ingest.source.network.NetworkUrl;

/**
 * The only way out for one HLS session: an HTTP proxy on loopback that connects to the configured host and port, and to
 * addresses of the internet, but to no internal one. Whatever leads there, a playlist in a playlist, a key, a redirect, also
 * one that TLS hides, becomes a connection, and every connection is judged by the very address that is then connected to: a
 * name that resolves differently the next time gains nothing.
 */
final class Gate implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final String shown;
    private final Destination configured;
    private final int timeoutMillis;
    private final ServerSocket door;
    private final OpenSockets sockets = new OpenSockets();
    private final ExecutorService threads = Executors.newCachedThreadPool(Gate::thread);
    private volatile Optional<String> refused = Optional.empty();
    private volatile boolean closed;

    private Gate(String shown, Destination configured, Duration timeout, ServerSocket door) {
        this.shown = shown;
        this.configured = configured;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        this.door = door;
    }

    /**
     * Opens a gate on a free port.
     *
     * @param configured whose host and port may be connected to wherever they are
     * @param timeout of every connection and read
     */
    static Gate open(NetworkUrl configured, Duration timeout) throws SourceException {
        Destination to = Destination.ofUrl(configured.secret())
                .orElseThrow(() -> new SourceException(configured.shown() + " names no host"));
        try {
            Gate gate = new Gate(
                    configured.shown(), to, timeout, new ServerSocket(0, BACKLOG, InetAddress.getByAddress(LOOPBACK)));
            gate.threads.execute(gate::admit);
            return gate;
        } catch (IOException e) {
            throw new SourceException(configured.shown() + " cannot be opened: no port is free on this machine");
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "hls gate");
        thread.setDaemon(true);
        return thread;
    }

    /** For FFmpeg's option {@code http_proxy}. */
    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** What was refused last, and why, in one line; empty where nothing was. */
    Optional<String> refused() {
        return refused;
    }

    /** The fault, and what was refused, where something was. */
    SourceException explained(SourceException fault) {
        return refused.map(what -> new SourceException(fault.getMessage() + "; it led to " + what
                        + ", which is refused unless internal addresses are allowed"))
                .orElse(fault);
    }

    private void admit() {
        while (!closed) {
            try {
                Socket client = sockets.keep(door.accept());
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                // The gate is being closed.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            client.setSoTimeout(timeoutMillis);
            Optional<ProxyRequest> asked = ProxyRequest.read(client.getInputStream());
            if (asked.isEmpty()) {
                say(client, "400 Bad Request");
                return;
            }
            ProxyRequest request = asked.get();
            InetAddress[] addresses =
                    InetAddress.getAllByName(request.destination().host());
            if (admits(request.destination(), addresses)) {
                join(client, connected(addresses, request.destination().port()), request);
            } else {
                say(client, "403 Forbidden");
            }
        } catch (UnknownHostException e) {
            say(client, "502 Bad Gateway");
        } catch (IOException e) {
            say(client, "504 Gateway Timeout");
        } finally {
            sockets.release(client);
        }
    }

    /** Whether all of a destination's addresses may be connected to; remembers it where one may not. */
    private boolean admits(Destination destination, InetAddress[] addresses) {
        if (destination.equals(configured)) {
            return true;
        }
        for (InetAddress address : addresses) {
            Optional<String> sort = InternalAddress.sortOf(address);
            if (sort.isPresent()) {
                refuse(destination + " (" + sort.get() + " address)");
                return false;
            }
        }
        return true;
    }

    private void refuse(String what) {
        Optional<String> before = refused;
        refused = Optional.of(what);
        if (!refused.equals(before)) {
            LOG.warn("{} led to {}, which is refused unless internal addresses are allowed", shown, what);
        }
    }

    private Socket connected(InetAddress[] addresses, int port) throws IOException {
        IOException last = new UnknownHostException("a name without an address");
        for (InetAddress address : addresses) {
            Socket server = sockets.keep(new Socket());
            try {
                server.setSoTimeout(timeoutMillis);
                server.connect(new InetSocketAddress(address, port), timeoutMillis);
                return server;
            } catch (IOException e) {
                sockets.release(server);
                last = e;
            }
        }
        throw last;
    }

    private void join(Socket client, Socket server, ProxyRequest request) throws IOException {
        try {
            if (request.tunnel()) {
                // Idle between two requests is no fault in a tunnel; the session watches over its own time.
                client.setSoTimeout(0);
                server.setSoTimeout(0);
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                threads.execute(() -> sockets.pour(client, server));
            } else {
                server.getOutputStream().write(request.head().getBytes(StandardCharsets.ISO_8859_1));
            }
            sockets.pour(server, client);
        } finally {
            sockets.release(server);
        }
    }

    private static void say(Socket client, String status) {
        try {
            client.getOutputStream()
                    .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The client is gone: it needs no answer.
        }
    }

    /** Closes every connection; waits for nothing. */
    @Override
    public void close() {
        closed = true;
        OpenSockets.closeQuietly(door);
        sockets.close();
        threads.shutdownNow();
    }
}
