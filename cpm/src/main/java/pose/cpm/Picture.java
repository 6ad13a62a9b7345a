package pose.cpm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

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
     * Decodes a JPEG. The declared size is checked first: at most 8192 pixels on a side. A picture whose data break off
     * is broken, even where a decoder would fill in grey.
     *
     * @throws BrokenPictureException where the bytes are no such JPEG
     */
    public static Picture decodeJpeg(byte[] jpeg) throws BrokenPictureException {
        JpegHeader header = JpegHeader.read(jpeg);
        requireEnd(jpeg);
        try (BytePointer bytes = new BytePointer(jpeg);
                Mat encoded = new Mat(1, jpeg.length, opencv_core.CV_8UC1, bytes);
                Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR_BGR)) {
            if (decoded.empty()) {
                throw new BrokenPictureException("broken JPEG: " + header.width() + "×" + header.height()
                        + " pixels declared in " + jpeg.length + " bytes that do not decode");
            }
            int width = decoded.cols();
            int height = decoded.rows();
            byte[] bgr = new byte[width * height * 3];
            try (BytePointer data = decoded.data()) {
                data.get(bgr);
            }
            return new Picture(width, height, bgr);
        } catch (RuntimeException e) {
            // OpenCV reports what it cannot read as an unchecked exception of its C++ side.
            throw new BrokenPictureException("broken JPEG: " + OneLine.of(e));
        }
    }

    /** libjpeg fills a truncated picture with grey and only warns; an end marker near the end says it is all there. */
    private static void requireEnd(byte[] jpeg) throws BrokenPictureException {
        for (int i = jpeg.length - 2; i >= Math.max(2, jpeg.length - 64); i--) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xD9) {
                return;
            }
        }
        throw new BrokenPictureException("broken JPEG: its " + jpeg.length + " bytes break off without an end marker");
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy: width × height × 3 bytes. */
    public byte[] bgr() {
        return bgr;
    }
}
