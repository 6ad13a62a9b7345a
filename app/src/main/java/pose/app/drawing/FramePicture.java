package pose.app.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Optional;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.schema.Frame;

/** A frame's picture as something to draw on. */
public final class FramePicture {

    private FramePicture() {}

    /** The decoded picture, blue, green and red; empty where it does not decode. */
    public static Optional<BufferedImage> decode(Frame frame) {
        byte[] jpeg = new byte[frame.getImage().remaining()];
        frame.getImage().duplicate().get(jpeg);
        try {
            return Optional.of(image(Picture.decodeJpeg(jpeg)));
        } catch (BrokenPictureException e) {
            return Optional.empty();
        }
    }

    /** The picture, copied. */
    public static BufferedImage image(Picture picture) {
        BufferedImage image = black(picture.width(), picture.height());
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.bgr(), 0, pixels, 0, pixels.length);
        return image;
    }

    /** A picture that shows nothing. */
    public static BufferedImage black(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    /** The picture in this size: a recording may change its own on the way, a clip cannot. */
    public static BufferedImage fitted(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        BufferedImage fitted = black(width, height);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }
}
