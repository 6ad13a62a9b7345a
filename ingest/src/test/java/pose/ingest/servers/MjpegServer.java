package pose.ingest.servers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A web camera: one HTTP answer without end, a JPEG a part (multipart/x-mixed-replace). */
public final class MjpegServer implements CameraServer {

    private static final String HEAD = """
            HTTP/1.1 200 OK\r
            Connection: close\r
            Content-Type: multipart/x-mixed-replace; boundary=frame\r
            \r
            """;

    private final CameraPicture picture;
    private final int port;
    private final Set<Socket> viewers = ConcurrentHashMap.newKeySet();
    private volatile boolean frozen;
    private @Nullable ServerSocket door;
    private @Nullable Thread porter;

    /** A server that is not started yet, and a free port. */
    public MjpegServer(CameraPicture picture) throws IOException {
        this.picture = picture;
        this.port = Ports.freeTcp();
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port + "/video.mjpg";
    }

    public int port() {
        return port;
    }

    @Override
    public void start() throws IOException {
        ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        door = opened;
        porter = run("web camera", () -> {
            while (!opened.isClosed()) {
                Socket viewer = opened.accept();
                viewers.add(viewer);
                run("web camera's viewer", () -> serve(viewer));
            }
        });
    }

    private void serve(Socket viewer) throws IOException {
        try (viewer) {
            viewer.setTcpNoDelay(true);
            OutputStream out = viewer.getOutputStream();
            if (frozen) {
                awaitThaw(viewer);
            }
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            long begun = System.nanoTime();
            for (int i = 0; !viewer.isClosed(); i++) {
                awaitThaw(viewer);
                byte[] jpeg = jpeg(i);
                out.write(("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                LockSupport.parkNanos(begun + (i + 1) * 1_000_000_000L / picture.fps() - System.nanoTime());
            }
        } finally {
            viewers.remove(viewer);
        }
    }

    private void awaitThaw(Socket viewer) {
        while (frozen && !viewer.isClosed()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** A square that moves. */
    private byte[] jpeg(int number) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(number * 8 % picture.width(), picture.height() / 3, 40, 40);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Viewers stay connected and are still accepted, and see nothing more. */
    @Override
    public void freeze() {
        frozen = true;
    }

    public void thaw() {
        frozen = false;
    }

    /** Closes the door, and every connection. */
    @Override
    public void kill() throws IOException {
        if (door != null && porter != null) {
            door.close();
            // One who came while the door was being closed may still have been let in.
            join(porter);
            door = null;
        }
        for (Socket viewer : viewers) {
            viewer.close();
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    private interface Task {

        void run() throws IOException;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread run(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // The viewer went, or the server was killed: either way this thread is done.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
