package pose.ingest.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A camera as an HLS playlist of one-second segments, served by HTTP: live, or recorded and complete. */
public final class HlsServer implements CameraServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final ServerProcess segments;
    private final int port;
    private final boolean live;
    private @Nullable WebServer web;

    private HlsServer(boolean live, List<String> input, CameraPicture picture, List<String> muxing) throws IOException {
        this.live = live;
        folder = Files.createTempDirectory("hls-server");
        port = Ports.freeTcp();
        List<String> line = new ArrayList<>(FfmpegCommand.line());
        line.addAll(input);
        line.addAll(List.of("-f", "lavfi", "-i", picture.lavfi()));
        line.addAll(FfmpegCommand.h264(picture));
        line.addAll(muxing);
        line.addAll(List.of(
                "-f", "hls", "-hls_time", "1", folder.resolve("camera.m3u8").toString()));
        segments = new ServerProcess("HLS segmenter", line);
    }

    /** A playlist that goes on for ever and forgets its old segments. */
    public static HlsServer live(CameraPicture picture) throws IOException {
        return new HlsServer(
                true,
                List.of("-re"),
                picture,
                List.of("-hls_list_size", "4", "-hls_flags", "delete_segments+program_date_time"));
    }

    /** A playlist that is complete, so many seconds long. */
    public static HlsServer recorded(CameraPicture picture, int seconds) throws IOException {
        return new HlsServer(
                false, List.of(), picture, List.of("-t", Integer.toString(seconds), "-hls_playlist_type", "vod"));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port + "/camera.m3u8";
    }

    /** Starts camera and web server, and waits until the playlist is there. */
    @Override
    public void start() throws IOException {
        segments.start();
        Path playlist = folder.resolve("camera.m3u8");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (live ? !Files.exists(playlist) : segments.running()) {
            if (System.nanoTime() > deadline || (live && !segments.running())) {
                throw new IOException("no playlist:\n" + segments.log());
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        web = new WebServer(folder, port);
    }

    @Override
    public void kill() {
        segments.kill();
        if (web != null) {
            web.close();
            web = null;
        }
    }

    /** The web server goes on, the camera makes no more segments. */
    @Override
    public void freeze() throws IOException {
        segments.freeze();
    }

    public void thaw() throws IOException {
        segments.thaw();
    }

    @Override
    public void close() throws IOException {
        kill();
        segments.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(HlsServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
