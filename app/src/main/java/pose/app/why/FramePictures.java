package pose.app.why;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import pose.app.UserMistake;
import pose.app.drawing.EventPainter;
import pose.app.drawing.FramePicture;
import pose.app.drawing.RegionOutline;
import pose.app.output.PartFile;
import pose.schema.Frame;
import pose.schema.PoseFrame;

/** A frame's picture as a file. */
public final class FramePictures {

    private FramePictures() {}

    /**
     * Writes the encoded picture as it is.
     *
     * @param option names the file in messages
     * @throws UserMistake where it cannot be written
     */
    public static void write(String option, Path file, Frame frame) {
        ByteBuffer image = frame.getImage().duplicate();
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        try (PartFile part = new PartFile(option, file)) {
            try {
                Files.write(part.path(), bytes);
            } catch (IOException e) {
                throw part.unwritable(e);
            }
            part.complete();
        }
    }

    /**
     * Writes the picture as JPEG, with everyone of an event drawn into it.
     *
     * @param option names the file in messages
     * @throws UserMistake where it cannot be written, or does not decode
     */
    public static void draw(String option, Path file, Frame frame, PoseFrame event) {
        BufferedImage image = FramePicture.decode(frame)
                .orElseThrow(() -> new UserMistake(option + " '" + file + "': the frame's picture does not decode"));
        RegionOutline.paint(image, frame.getAttention());
        EventPainter.paint(image, event);
        try (PartFile part = new PartFile(option, file)) {
            try {
                ImageIO.write(image, "jpg", part.path().toFile());
            } catch (IOException e) {
                throw part.unwritable(e);
            }
            part.complete();
        }
    }
}
