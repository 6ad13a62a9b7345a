package pose.ingest.servers;

import java.io.IOException;

/** A camera that publishes by RTMP to whoever listens at an URL. */
public final class RtmpPublisher implements AutoCloseable {

    private final ServerProcess process;

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

    public void kill() {
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
        process.close();
    }
}
