package pose.app.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import pose.app.UserMistake;
import pose.app.drawing.ClipPainter;
import pose.app.drawing.FramePicture;
import pose.ingest.SourceFormat;
import pose.ingest.recording.VideoWriter;
import pose.schema.Frame;
import pose.schema.PoseFrame;

/**
 * The frames of a topic as a clip with the skeletons drawn on. Pictures come from the frames topic, poses from the events;
 * the frame's sequence joins them, and both come in its order. A frame without an event stays bare, so that the clip has
 * every frame.
 */
final class OverlayVideo implements AutoCloseable {

    private static final double USUAL_RATE = 30;

    private final Path path;
    private final FrameReader frames;
    private final VideoWriter writer;
    private final SourceFormat format;
    private final ClipPainter painter = new ClipPainter();
    private long written;

    /** @throws UserMistake where the clip cannot be written */
    OverlayVideo(Path path, SourceFormat format, Properties kafka) {
        this.path = path;
        this.format = format;
        try {
            writer = new VideoWriter(
                    path, format.width(), format.height(), format.fps().orElse(USUAL_RATE));
        } catch (IOException | IllegalArgumentException e) {
            throw unwritable(e);
        }
        frames = new FrameReader(kafka);
    }

    /** Draws the event's frame, and what came before it, bare, where that had no event. */
    void add(PoseFrame event) {
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            BufferedImage image = decode(frame.get());
            boolean isEvents = frame.get().getSequence() == event.getSequence();
            painter.paint(image, frame.get(), isEvents ? Optional.of(event) : Optional.empty());
            write(image, frame.get());
            if (frame.get().getSequence() >= event.getSequence()) {
                return;
            }
        }
    }

    /** Adds what is left, bare, until the clip has all of the topic's frames. */
    void finish(long total) {
        while (written < total) {
            Frame frame = frames.next()
                    .orElseThrow(() -> new UserMistake("--video '" + path + "' has only " + written + " of " + total
                            + " frames: the others could not be read back"));
            write(decode(frame), frame);
        }
    }

    @Override
    public void close() {
        frames.close();
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A picture that does not decode is shown as black: the clip keeps its count and its time. */
    private BufferedImage decode(Frame frame) {
        return FramePicture.decode(frame).orElseGet(() -> FramePicture.black(format.width(), format.height()));
    }

    private void write(BufferedImage image, Frame frame) {
        Long pts = frame.getPtsUs();
        try {
            writer.write(
                    FramePicture.fitted(image, format.width(), format.height()), pts == null ? 0 : Math.max(0, pts));
            written++;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserMistake unwritable(Exception e) {
        return new UserMistake("--video '" + path + "' cannot be written: " + e.getMessage(), e);
    }
}
