package pose.ingest.servers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's own command, which comes along with the libraries: it is there wherever this project builds. */
public final class FfmpegCommand {

    /** An orphan of a killed test run ends by itself. */
    private static final String LONGEST_SECONDS = "3600";

    private FfmpegCommand() {}

    /** The path of the executable. */
    public static String path() {
        return Loader.load(ffmpeg.class);
    }

    /** A command line, without the executable's chatter. */
    public static List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(List.of(path(), "-hide_banner", "-nostdin", "-loglevel", "warning", "-y"));
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /** The command line of a camera: the test picture at its own pace as H.264 in a container, to a place. */
    static List<String> camera(CameraPicture picture, String container, String url, String... more) {
        List<String> line = line("-re", "-f", "lavfi", "-i", picture.lavfi(), "-t", LONGEST_SECONDS, "-an");
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
