package pose.ingest.source.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Sends recordings as datagrams to a port of loopback, one packet of the stream in each, on a thread of its own. */
final class TsCamera implements AutoCloseable {

    private final int port;
    private final Thread sender;
    private volatile boolean closed;

    /**
     * A camera that begins at once.
     *
     * @param rounds how often the recording is sent, one after the other
     * @param between what passes after each picture
     */
    TsCamera(TsRecording recording, int rounds, Duration between) throws IOException {
        this(recording, rounds, () -> LockSupport.parkNanos(between.toNanos()));
    }

    /** A camera that shows its recording once, and begins each picture when it is let. */
    TsCamera(TsRecording recording, Semaphore pictures) throws IOException {
        this(recording, 1, pictures::acquireUninterruptibly);
    }

    private TsCamera(TsRecording recording, int rounds, Runnable beforePicture) throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        this.sender = new Thread(() -> send(recording, rounds, beforePicture), "camera on port " + port);
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

    private void send(TsRecording recording, int rounds, Runnable beforePicture) {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int round = 0; round < rounds; round++) {
                for (byte[] packet : recording.packets()) {
                    if (closed) {
                        return;
                    }
                    if (TsRecording.beginsPicture(packet)) {
                        beforePicture.run();
                    }
                    socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
                }
            }
        } catch (IOException e) {
            // Nobody listens: as with a real one, it does not care.
            if (!closed) {
                send(recording, rounds, beforePicture);
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
