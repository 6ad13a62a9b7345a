package pose.ingest.source.network;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pose.ingest.Break;
import pose.ingest.CapturedFrame;
import pose.ingest.FrameSource;
import pose.ingest.NetworkOptions;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.mjpeg.MjpegSource;

/** JPEG after JPEG over HTTP, some of them cut short. */
@Timeout(120)
class DamagedJpegTest {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n";
    private static final int PICTURES = 12;
    private static final SourceOptions PATIENT =
            SourceOptions.defaults().with(NetworkOptions.defaults().withTimeout(Duration.ofMinutes(1)));

    @Test
    void shouldLeaveOutAPictureThatIsCutShort() throws Exception {
        // given
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            jpegs.add(jpeg(i));
        }
        jpegs.set(5, Arrays.copyOf(jpegs.get(5), jpegs.get(5).length / 2));

        // when
        List<CapturedFrame> frames = framesOf(jpegs);

        // then
        assertThat(frames).hasSize(PICTURES - 1);
        assertThat(frames.get(5).before().map(Break::cause)).hasValue(Break.Cause.CORRUPT);
        assertThat(frames.get(5).before().orElseThrow().missing()).isEqualTo(1);
        assertThat(frames.get(6).before()).isEmpty();
    }

    private static List<CapturedFrame> framesOf(List<byte[]> jpegs) throws Exception {
        List<CapturedFrame> frames = new ArrayList<>();
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(door, jpegs));
            server.setDaemon(true);
            server.start();
            NetworkUrl url = NetworkUrl.parse("http://127.0.0.1:" + door.getLocalPort() + "/video");
            try (FrameSource source = MjpegSource.open(url, PATIENT, Clock.systemUTC())) {
                for (Optional<CapturedFrame> next = source.next(); next.isPresent(); next = source.next()) {
                    frames.add(next.get());
                }
            } catch (SourceException e) {
                assertThat(e.fault()).isEqualTo(SourceException.Fault.LOST);
            }
        }
        return frames;
    }

    private static void serve(ServerSocket door, List<byte[]> jpegs) {
        try (Socket viewer = door.accept()) {
            OutputStream out = viewer.getOutputStream();
            out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
            for (byte[] jpeg : jpegs) {
                String part = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
                out.write(part.getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException e) {
            throw new AssertionError("nobody looks", e);
        }
    }

    private static byte[] jpeg(int number) throws IOException {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(i * 5, 255 - i * 5, (number * 20 + i) % 256));
            graphics.fillOval(i * 3, (i * 37 + number * 5) % 100, 20, 15);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }
}
