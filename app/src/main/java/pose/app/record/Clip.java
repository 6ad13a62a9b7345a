package pose.app.record;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import pose.app.UserMistake;
import pose.app.drawing.FramePicture;
import pose.app.output.PartFile;
import pose.ingest.recording.VideoWriter;

/** A clip that is there only once it is complete. */
final class Clip implements AutoCloseable {

    private final PartFile file;
    private final VideoWriter writer;
    private final int width;
    private final int height;

    /** @throws UserMistake where it cannot be written, or not in this size */
    Clip(Path path, int width, int height, double rate) {
        this.width = width;
        this.height = height;
        file = new PartFile("--out", path);
        try {
            writer = new VideoWriter(file.path(), width, height, rate);
        } catch (IOException | IllegalArgumentException e) {
            file.close();
            throw file.unwritable(e);
        }
    }

    /** A picture that shows nothing. */
    BufferedImage black() {
        return FramePicture.black(width, height);
    }

    /** @param timeUs when it is shown, µs, after the one before it */
    void add(BufferedImage image, long timeUs) {
        try {
            writer.write(FramePicture.fitted(image, width, height), timeUs);
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Finishes what is played, and lets nobody see it yet. */
    void finish() {
        try {
            writer.close();
        } catch (IOException e) {
            throw file.unwritable(e);
        }
    }

    /** Gives it its name. */
    void complete() {
        file.complete();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            // It was not completed for another reason, which is told, and goes.
        } finally {
            file.close();
        }
    }
}
