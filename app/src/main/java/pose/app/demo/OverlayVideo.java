package pose.app.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import pose.app.UserMistake;
import pose.app.drawing.SkeletonPainter;
import pose.app.event.EventKeypoints;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.ingest.SourceFormat;
import pose.ingest.recording.VideoWriter;
import pose.schema.Frame;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;

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
            if (frame.get().getSequence() == event.getSequence()) {
                paint(image, event);
            }
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

    private static void paint(BufferedImage image, PoseFrame event) {
        Optional<Skeleton> skeleton = Skeleton.named(event.getSkeleton());
        if (skeleton.isEmpty()) {
            return;
        }
        SkeletonPainter painter = new SkeletonPainter(skeleton.get());
        for (Person person : event.getPeople()) {
            painter.paint(image, EventKeypoints.of(person));
        }
    }

    /** A picture that does not decode is shown as black: the clip keeps its count and its time. */
    private BufferedImage decode(Frame frame) {
        byte[] jpeg = new byte[frame.getImage().remaining()];
        frame.getImage().duplicate().get(jpeg);
        try {
            Picture picture = Picture.decodeJpeg(jpeg);
            BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
            byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(picture.bgr(), 0, pixels, 0, pixels.length);
            return image;
        } catch (BrokenPictureException e) {
            return new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_3BYTE_BGR);
        }
    }

    private void write(BufferedImage image, Frame frame) {
        Long pts = frame.getPtsUs();
        try {
            writer.write(fitted(image), pts == null ? 0 : Math.max(0, pts));
            written++;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A recording may change its size on the way; a clip cannot. */
    private BufferedImage fitted(BufferedImage image) {
        if (image.getWidth() == format.width() && image.getHeight() == format.height()) {
            return image;
        }
        BufferedImage fitted = new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, format.width(), format.height(), null);
        graphics.dispose();
        return fitted;
    }

    private UserMistake unwritable(Exception e) {
        return new UserMistake("--video '" + path + "' cannot be written: " + e.getMessage(), e);
    }
}
