package pose.ingest.recording;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import pose.ingest.source.picture.Ffmpeg;

/** The {@code ffmpeg} command that comes with the libraries: the same version and build, with nothing installed. */
public final class FfmpegProgram {

    private FfmpegProgram() {}

    /** Where it is, unpacked beside the libraries. */
    public static Path bundled() {
        Ffmpeg.load();
        return Path.of(Loader.load(ffmpeg.class));
    }
}
