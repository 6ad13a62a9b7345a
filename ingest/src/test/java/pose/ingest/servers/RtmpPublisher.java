package pose.ingest.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** A camera that publishes by RTMP to whoever listens at an URL. */
public final class RtmpPublisher implements AutoCloseable {

    private static final long BETWEEN_TRIES_MILLIS = 50;

    private final ServerProcess process;
    private volatile boolean wanted;

    /** A camera that is not on yet. */
    public RtmpPublisher(CameraPicture picture, String url) throws IOException {
        process = new ServerProcess("RTMP publisher", FfmpegCommand.camera(picture, "flv", url));
    }

    /** An URL of loopback on which nobody listens yet. */
    public static String freeUrl() throws IOException {
        return "rtmp://127.0.0.1:" + Ports.freeTcp() + "/live/camera";
    }

    /** Begins to publish; it ends by itself where nobody listens. */
    public void start() throws IOException {
        process.start();
    }

    /** Begins to publish as soon as somebody listens: a camera that tries again and again. */
    public void startWhenHeard() {
        wanted = true;
        Thread tries = new Thread(this::tryUntilHeard, "RTMP publisher");
        tries.setDaemon(true);
        tries.start();
    }

    private void tryUntilHeard() {
        try {
            while (wanted) {
                process.start();
                process.awaitEnd();
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void kill() {
        wanted = false;
        process.kill();
    }

    public void freeze() throws IOException {
        process.freeze();
    }

    public void thaw() throws IOException {
        process.thaw();
    }

    @Override
    public void close() {
        wanted = false;
        process.close();
    }
}
