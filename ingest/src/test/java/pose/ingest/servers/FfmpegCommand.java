package pose.ingest.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's own command, which comes along with the libraries. A test that needs it is skipped where it cannot run: it is linked
 * with a few libraries of the system's that the product itself needs for plugged-in devices only.
 */
public final class FfmpegCommand {

    /** An orphan of a killed test run ends by itself. */
    private static final String LONGEST_SECONDS = "3600";

    private static final Availability AVAILABLE = runs();

    private FfmpegCommand() {}

    public static Availability available() {
        return AVAILABLE;
    }

    /** A command line, without the executable's chatter; aborts the test where it cannot run. */
    public static List<String> line(String... arguments) {
        assumeTrue(AVAILABLE.present(), AVAILABLE.reason());
        List<String> line = new ArrayList<>(List.of(path(), "-hide_banner", "-nostdin", "-loglevel", "warning", "-y"));
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    private static String path() {
        return Loader.load(ffmpeg.class);
    }

    private static Availability runs() {
        try {
            Process check = new ProcessBuilder(path(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (check.waitFor() == 0) {
                return Availability.PRESENT;
            }
        } catch (IOException e) {
            return new Availability("no ffmpeg command: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Availability(
                "the ffmpeg command does not run: Debian's libasound2, libpulse0 or libxcb-shm0 is not installed");
    }

    /** The command line of a camera: the test picture at its own pace as H.264 in a container, to a place. */
    static List<String> camera(CameraPicture picture, String container, String url, String... more) {
        // Without the half second that it would send at once: no camera is ahead of its time.
        List<String> line = line(
                "-re",
                "-readrate_initial_burst",
                "0.001",
                "-f",
                "lavfi",
                "-i",
                picture.lavfi(),
                "-t",
                LONGEST_SECONDS,
                "-an");
        line.addAll(h264(picture));
        line.addAll(Arrays.asList(more));
        line.addAll(List.of("-f", container, url));
        return line;
    }

    /** Baseline H.264, no picture held back. */
    static List<String> h264(CameraPicture picture) {
        String keys = Integer.toString(picture.framesBetweenKeys());
        return List.of("-c:v", "libopenh264", "-b:v", "500k", "-g", keys, "-pix_fmt", "yuv420p", "-threads", "1");
    }
}
