package pose.ingest.source.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Sends recordings as datagrams to a port of loopback, one packet of the stream in each, on a thread of its own. */
final class TsCamera implements AutoCloseable {

    private final int port;
    private final Thread sender;
    private final List<Long> begun = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /**
     * A camera that begins at once.
     *
     * @param rounds how often the recording is sent, one after the other
     * @param between what passes after each picture
     */
    TsCamera(TsRecording recording, int rounds, Duration between) throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.sender = new Thread(() -> send(recording, rounds, between), "camera on port " + port);
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    int port() {
        return port;
    }

    String url() {
        return "udp://127.0.0.1:" + port;
    }

    /** When the picture with this number began to be sent, by {@link System#nanoTime}. */
    long begun(int picture) {
        return begun.get(picture);
    }

    private void send(TsRecording recording, int rounds, Duration between) {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int round = 0; round < rounds; round++) {
                for (byte[] packet : recording.packets()) {
                    if (closed) {
                        return;
                    }
                    if (TsRecording.beginsPicture(packet)) {
                        LockSupport.parkNanos(between.toNanos());
                        begun.add(System.nanoTime());
                    }
                    socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
                }
            }
        } catch (IOException e) {
            // Nobody listens: as with a real one, it does not care.
            if (!closed) {
                send(recording, rounds, between);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
