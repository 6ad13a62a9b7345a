package pose.ingest.servers;

import java.io.IOException;

/** A camera that sends MPEG-TS datagrams to a port of loopback, whether or not anyone listens. */
public final class MpegTsSender implements AutoCloseable {

    private final int port;
    private final ServerProcess process;

    /** A camera that is not on yet, and a free port. */
    public MpegTsSender(CameraPicture picture) throws IOException {
        this(picture, Ports.freeUdp());
    }

    private MpegTsSender(CameraPicture picture, int port) throws IOException {
        this.port = port;
        this.process = new ServerProcess(
                "MPEG-TS sender",
                FfmpegCommand.camera(
                        picture, "mpegts", "udp://127.0.0.1:" + port + "?pkt_size=1316", "-flush_packets", "1"));
    }

    /** Where to listen. */
    public String url() {
        return "udp://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

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
