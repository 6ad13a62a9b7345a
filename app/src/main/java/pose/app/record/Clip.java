package pose.app.record;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import pose.app.UserMistake;
import pose.app.drawing.FramePicture;
import pose.ingest.recording.VideoWriter;

/** A clip that is there only once it is complete. */
final class Clip extends WrittenFile<VideoWriter> {

    private final int width;
    private final int height;

    /** @throws UserMistake where it cannot be written, or not in this size */
    Clip(Path path, int width, int height, double rate) {
        super("--out", path, part -> new VideoWriter(part, width, height, rate));
        this.width = width;
        this.height = height;
    }

    /** A picture that shows nothing. */
    BufferedImage black() {
        return FramePicture.black(width, height);
    }

    /** @param timeUs when it is shown, µs, after the one before it */
    void add(BufferedImage image, long timeUs) {
        write(video -> video.write(FramePicture.fitted(image, width, height), timeUs));
    }
}
