package pose.ingest.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** nginx as an RTMP server, with a camera that publishes to it. */
public final class RtmpServer implements CameraServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so");
    private static final List<Path> NGINX = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"));

    private final int port;
    private final Path folder;
    private final ServerProcess process;
    private final RtmpPublisher camera;

    /** A server that is not started yet, and a free port. */
    public RtmpServer(CameraPicture picture) throws IOException {
        port = Ports.freeTcp();
        folder = Files.createTempDirectory("rtmp-server");
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log stderr warn;
                load_module %2$s;
                events {}
                rtmp { server { listen 127.0.0.1:%3$d; application live { live on; wait_video on; wait_key on; } } }
                """.formatted(folder, MODULE, port));
        process = new ServerProcess(
                "RTMP server",
                List.of(nginx().toString(), "-e", "stderr", "-p", folder.toString(), "-c", configuration.toString()));
        camera = new RtmpPublisher(picture, url());
    }

    public static Availability available() {
        if (!Files.isExecutable(nginx())) {
            return new Availability("no RTMP server: Debian's nginx-light is not installed");
        }
        return Files.exists(MODULE)
                ? Availability.PRESENT
                : new Availability("no RTMP server: Debian's libnginx-mod-rtmp is not installed");
    }

    private static Path nginx() {
        return NGINX.stream().filter(Files::isExecutable).findFirst().orElse(NGINX.get(0));
    }

    @Override
    public String url() {
        return "rtmp://127.0.0.1:" + port + "/live/camera";
    }

    public int port() {
        return port;
    }

    /** Starts it, waits until it answers, and puts the camera on. */
    @Override
    public void start() throws IOException {
        process.start();
        Ports.awaitListening(port, process, PATIENCE);
        camera.start();
    }

    /** The server and its camera. */
    @Override
    public void kill() {
        camera.kill();
        process.kill();
    }

    @Override
    public void freeze() throws IOException {
        process.freeze();
    }

    public void thaw() throws IOException {
        process.thaw();
    }

    @Override
    public void close() throws IOException {
        camera.close();
        process.close();
        Files.deleteIfExists(folder.resolve("nginx.conf"));
        Files.deleteIfExists(folder.resolve("nginx.pid"));
        Files.deleteIfExists(folder);
    }
}
