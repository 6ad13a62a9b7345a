package pose.ingest.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** GStreamer's RTSP server, over TCP and UDP as the client asks. It sends RTCP sender reports on this machine's clock. */
public final class RtspServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** First the system's own Python: GStreamer's bindings are Debian packages. */
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private static final String NEEDED =
            "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0');"
                    + " from gi.repository import Gst, GstRtspServer; Gst.init(None);"
                    + " import sys; sys.exit(Gst.ElementFactory.find('x264enc') is None)";

    private static final String PYTHON = python();

    private final int port;
    private final Path script;
    private final ServerProcess process;

    /** A server that is not started yet, and a free port. */
    public RtspServer(RtspSettings settings) throws IOException {
        port = Ports.freeTcp();
        script = Files.createTempFile("rtsp-server", ".py");
        try (InputStream in = Objects.requireNonNull(RtspServer.class.getResourceAsStream("rtsp-server.py"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        process = new ServerProcess(
                "RTSP server",
                List.of(
                        PYTHON,
                        script.toString(),
                        Integer.toString(port),
                        Integer.toString(settings.cameras()),
                        settings.launchLine(),
                        settings.login().orElse("")));
    }

    public static Availability available() {
        return PYTHON.isEmpty()
                ? new Availability("no GStreamer RTSP server: Debian's python3-gi, gir1.2-gst-rtsp-server-1.0 and"
                        + " gstreamer1.0-plugins-ugly are not installed")
                : Availability.PRESENT;
    }

    private static String python() {
        return PYTHONS.stream().filter(RtspServer::hasGstreamer).findFirst().orElse("");
    }

    private static boolean hasGstreamer(String python) {
        try {
            Process check = new ProcessBuilder(python, "-c", NEEDED)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return check.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && check.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of the first camera, without login. */
    public String url() {
        return url(0);
    }

    public String url(int camera) {
        return "rtsp://127.0.0.1:" + port + "/camera" + camera;
    }

    public int port() {
        return port;
    }

    /** Starts it and waits until it answers. */
    public void start() throws IOException {
        process.start();
        Ports.awaitListening(port, process, PATIENCE);
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
    public void close() throws IOException {
        process.close();
        Files.deleteIfExists(script);
    }
}
