package pose.cpm;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A picture where its decoder left it, outside the Java heap, until it is closed: 8 bits a channel, blue, green, red. A
 * stream crops each picture once and lets go of it; {@link Picture} is for those who keep it.
 */
public final class DecodedPicture implements AutoCloseable {

    static {
        // Pictures are worked on side by side, each by one thread: threads below those would only wait for each other.
        opencv_core.setNumThreads(1);
    }

    private final Mat bgr;

    private DecodedPicture(Mat bgr) {
        this.bgr = bgr;
    }

    /**
     * Decodes a JPEG, within the bounds of {@link Picture#decodeJpeg}.
     *
     * @throws BrokenPictureException where the bytes are no such JPEG
     */
    public static DecodedPicture decodeJpeg(byte[] jpeg) throws BrokenPictureException {
        JpegHeader.read(jpeg);
        return decode(jpeg, opencv_imgcodecs.IMREAD_COLOR_BGR);
    }

    /** Decodes a JPEG or PNG whose declared size is within the bounds. */
    static DecodedPicture decode(byte[] encoded, int flags) throws BrokenPictureException {
        PictureHeader header = PictureHeader.read(encoded);
        header.requireEnd(encoded);
        Mat decoded = null;
        try (BytePointer bytes = new BytePointer(encoded);
                Mat input = new Mat(1, encoded.length, opencv_core.CV_8UC1, bytes)) {
            decoded = opencv_imgcodecs.imdecode(input, flags);
        } catch (RuntimeException e) {
            // OpenCV reports what it cannot read as an unchecked exception of its C++ side.
            throw new BrokenPictureException("broken " + header.format() + ": " + OneLine.of(e));
        }
        if (decoded.empty()) {
            decoded.close();
            throw new BrokenPictureException("broken " + header.format() + ": " + header.width() + "×" + header.height()
                    + " pixels declared in " + encoded.length + " bytes that do not decode");
        }
        return new DecodedPicture(decoded);
    }

    public int width() {
        return bgr.cols();
    }

    public int height() {
        return bgr.rows();
    }

    /** The pixels, for as long as this is open. */
    Mat bgr() {
        return bgr;
    }

    /**
     * How bright the picture is, averaged over the cells of a grid.
     *
     * @param width cells in a row, at least 1
     * @param height rows, at least 1
     * @return width × height values of 0 to 255 without sign, in rows from the top: luma as of BT.601
     */
    public byte[] luma(int width, int height) {
        byte[] luma = new byte[Math.multiplyExact(width, height)];
        try (Mat small = new Mat();
                Mat grey = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(bgr, small, size, 0, 0, opencv_imgproc.INTER_AREA);
            opencv_imgproc.cvtColor(small, grey, opencv_imgproc.COLOR_BGR2GRAY);
            try (BytePointer data = grey.data()) {
                data.get(luma);
            }
        }
        return luma;
    }

    /** A copy that stays. */
    Picture copy() {
        byte[] copy = new byte[width() * height() * 3];
        try (BytePointer data = bgr.data()) {
            data.get(copy);
        }
        return Picture.of(width(), height(), copy);
    }

    @Override
    public void close() {
        bgr.close();
    }
}
