package pose.cpm;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/**
 * A decoded picture: 8 bits a channel, blue, green, red, rows from the top without padding.
 */
public final class Picture {

    private final int width;
    private final int height;
    private final byte[] bgr;

    private Picture(int width, int height, byte[] bgr) {
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    /** Loads the native library that decodes: half a second, for whoever has something else to do meanwhile. */
    public static void loadDecoder() {
        Loader.load(opencv_imgcodecs.class);
    }

    /**
     * A picture over these bytes, which the caller no longer changes.
     *
     * @param bgr width × height × 3 bytes
     * @throws IllegalArgumentException where the size does not fit
     */
    public static Picture of(int width, int height, byte[] bgr) {
        if (width < 1 || height < 1 || (long) width * height * 3 != bgr.length) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "×" + height + " pixels does not have " + bgr.length + " bytes");
        }
        return new Picture(width, height, bgr);
    }

    /**
     * A picture over an image's own pixels, which the caller no longer changes.
     *
     * @throws IllegalArgumentException where the image is not of {@link BufferedImage#TYPE_3BYTE_BGR}
     */
    public static Picture of(BufferedImage image) {
        return of(image.getWidth(), image.getHeight(), pixels(image));
    }

    private static byte[] pixels(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR
                || !(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer)) {
            throw new IllegalArgumentException("an image of type " + image.getType() + "; allowed: "
                    + BufferedImage.TYPE_3BYTE_BGR + ", 3 bytes a pixel, blue first");
        }
        return buffer.getData();
    }

    /**
     * Decodes a JPEG. The declared size is checked first: at most 8192 pixels on a side. A picture whose data break off
     * is broken, even where a decoder would fill in grey.
     *
     * @throws BrokenPictureException where the bytes are no such JPEG
     */
    public static Picture decodeJpeg(byte[] jpeg) throws BrokenPictureException {
        // Refuses other formats, which OpenCV would decode without a bound on their size.
        JpegHeader.read(jpeg);
        return decode(jpeg, opencv_imgcodecs.IMREAD_COLOR_BGR);
    }

    /**
     * Decodes a JPEG or PNG as its pixels are stored: an orientation tag is not followed, for labels are in stored pixels.
     * Of a PNG's 16 bits a channel the upper 8 are kept; transparency is dropped. Bounds as for {@link #decodeJpeg}.
     *
     * @throws BrokenPictureException where the bytes are no such picture
     */
    public static Picture decodeStored(byte[] encoded) throws BrokenPictureException {
        return decode(encoded, opencv_imgcodecs.IMREAD_COLOR_BGR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION);
    }

    private static Picture decode(byte[] encoded, int flags) throws BrokenPictureException {
        try (DecodedPicture decoded = DecodedPicture.decode(encoded, flags)) {
            return decoded.copy();
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** A copy to draw on, of {@link BufferedImage#TYPE_3BYTE_BGR}. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        System.arraycopy(bgr, 0, pixels(image), 0, bgr.length);
        return image;
    }

    /** The pixels themselves, not a copy: width × height × 3 bytes. */
    public byte[] bgr() {
        return bgr;
    }
}
