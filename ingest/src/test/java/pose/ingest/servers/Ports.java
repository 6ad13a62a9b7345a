package pose.ingest.servers;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ports of loopback. */
final class Ports {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private Ports() {}

    static int freeTcp() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static int freeUdp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the server answers. */
    static void awaitListening(int port, ServerProcess server, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!listening(port)) {
            if (!server.running() || System.nanoTime() > deadline) {
                throw new IOException(server + " does not answer on port " + port + ":\n" + server.log());
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
