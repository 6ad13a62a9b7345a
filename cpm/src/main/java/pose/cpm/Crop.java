package pose.cpm;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import pose.cpm.network.Size;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * The similarity between source pixels and the pixels of a network's input, and the picture warped by it.
 *
 * @param scale input pixels a source pixel
 * @param angle radians, clockwise in the picture, by which the source is turned
 * @param mirrored whether left and right are swapped
 * @param centre source point that lands in the middle of the input
 * @param input size of the input in pixels
 */
public record Crop(double scale, double angle, boolean mirrored, Point centre, Size input) {

    /** A crop for a square input of this many pixels on a side. */
    public Crop(double scale, double angle, boolean mirrored, Point centre, int size) {
        this(scale, angle, mirrored, centre, Size.square(size));
    }

    /** Order of the colour planes, as the network sees them. */
    static final String CHANNEL_ORDER = "BGR";
    /** What is taken from an 8-bit value. */
    static final float PIXEL_MEAN = 128;
    /** What the rest is multiplied by. */
    static final float PIXEL_SCALE = 1 / 256f;
    /** What lies outside the picture is mid-grey: 0 to the network. */
    static final double GREY = PIXEL_MEAN;

    /** The upright crop that shows a square box as the whole input. */
    public static Crop of(Box box, int size) {
        return of(box, size, false);
    }

    /** The upright crop that shows a square box as the whole input, or its mirror image. */
    static Crop of(Box box, int size, boolean mirrored) {
        // Pixel centres are whole numbers on both sides, hence the half pixels.
        Point middle = new Point(box.centre().x() - 0.5, box.centre().y() - 0.5);
        return new Crop(size / box.width(), 0, mirrored, middle, size);
    }

    /** The whole of a picture, as large as fits, in the middle of the input: what is left at two sides is grey. */
    public static Crop letterbox(Size picture, Size input) {
        double scale = Math.min((double) input.width() / picture.width(), (double) input.height() / picture.height());
        Point middle = new Point((picture.width() - 1) / 2.0, (picture.height() - 1) / 2.0);
        return new Crop(scale, 0, false, middle, input);
    }

    /** Where a source point lies in the input. */
    public Point toInput(Point source) {
        double dx = source.x() - centre.x();
        double dy = source.y() - centre.y();
        double x = a() * dx + b() * dy;
        double y = c() * dx + d() * dy;
        return new Point(x + middleX(), y + middleY());
    }

    /** Where an input point lies in the source. */
    public Point toSource(Point inside) {
        double x = inside.x() - middleX();
        double y = inside.y() - middleY();
        double determinant = a() * d() - b() * c();
        return new Point(
                centre.x() + (d() * x - b() * y) / determinant, centre.y() + (a() * y - c() * x) / determinant);
    }

    /** A sighting in source pixels, in input pixels. */
    public Sighting toInput(Sighting source) {
        return new Sighting(toInput(source.centre()), source.extent() * scale, source.score());
    }

    /** A sighting in input pixels, in source pixels. */
    public Sighting toSource(Sighting inside) {
        return new Sighting(toSource(inside.centre()), inside.extent() / scale, inside.score());
    }

    private double middleX() {
        return (input.width() - 1) / 2.0;
    }

    private double middleY() {
        return (input.height() - 1) / 2.0;
    }

    private double a() {
        return scale * Math.cos(angle) * (mirrored ? -1 : 1);
    }

    private double b() {
        return -scale * Math.sin(angle) * (mirrored ? -1 : 1);
    }

    private double c() {
        return scale * Math.sin(angle);
    }

    private double d() {
        return scale * Math.cos(angle);
    }

    /**
     * Warps the picture and writes it as the network sees it: three planes (blue, green, red) of height × width values
     * (v − 128) / 256, so within −0.5 to 0.5, at the buffer's position, which moves on.
     */
    public void write(Picture picture, FloatBuffer into) {
        try (BytePointer bytes = new BytePointer(picture.bgr());
                Mat source = over(picture, bytes)) {
            write(source, into);
        }
    }

    /** As {@link #write(Picture, FloatBuffer)}. */
    public void write(DecodedPicture picture, FloatBuffer into) {
        write(picture.bgr(), into);
    }

    private void write(Mat source, FloatBuffer into) {
        float[] values = new float[Math.toIntExact(input.area())];
        try (Mat warped = warp(source);
                Mat seen = new Mat();
                Mat plane = new Mat()) {
            // Powers of two: the sum is exact in whatever order.
            warped.convertTo(seen, opencv_core.CV_32F, PIXEL_SCALE, -PIXEL_MEAN * PIXEL_SCALE);
            for (int channel = 0; channel < 3; channel++) {
                opencv_core.extractChannel(seen, plane, channel);
                try (BytePointer data = plane.data();
                        FloatPointer floats = new FloatPointer(data)) {
                    floats.get(values);
                }
                into.put(values);
            }
        }
    }

    /**
     * The colour at a source point of what {@link #write(Picture, FloatBuffer)} wrote, to the nearest input pixel.
     *
     * @param written from its first value on; the position stays
     * @return 0xRRGGBB; −1 beyond the input
     */
    int colourAt(double x, double y, FloatBuffer written) {
        Point at = toInput(new Point(x, y));
        if (!at.isWithin(input.width(), input.height())) {
            return -1;
        }
        int plane = input.width() * input.height();
        int row = (int) (at.y() + 0.5);
        int column = (int) (at.x() + 0.5);
        int pixel = row * input.width() + column;
        return (level(written.get(2 * plane + pixel)) << 16)
                | (level(written.get(plane + pixel)) << 8)
                | level(written.get(pixel));
    }

    private static int level(float value) {
        return (int) (value / PIXEL_SCALE + PIXEL_MEAN) & 0xff;
    }

    /** The picture in the input's frame, height × width × 3 bytes, blue, green, red. */
    public byte[] warp(Picture picture) {
        byte[] out = new byte[Math.toIntExact(3 * input.area())];
        try (BytePointer bytes = new BytePointer(picture.bgr());
                Mat source = over(picture, bytes);
                Mat warped = warp(source);
                BytePointer data = warped.data()) {
            data.get(out);
        }
        return out;
    }

    private static Mat over(Picture picture, BytePointer bytes) {
        return new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3, bytes);
    }

    /** The source in the input's frame, which the caller closes. */
    private Mat warp(Mat source) {
        Point origin = toInput(new Point(0, 0));
        double[] forward = {a(), b(), origin.x(), c(), d(), origin.y()};
        // Shrinking by much without averaging would alias: then the source is shrunk by whole factors first.
        int shrink = Math.max(1, (int) Math.floor(1 / scale));
        Mat target = new Mat();
        try (Mat smaller = new Mat();
                Mat matrix = new Mat(2, 3, opencv_core.CV_64FC1);
                var targetSize = new org.bytedeco.opencv.opencv_core.Size(input.width(), input.height());
                Scalar grey = new Scalar(GREY, GREY, GREY, 0)) {
            Mat from = source;
            if (shrink > 1) {
                int width = Math.max(1, source.cols() / shrink);
                int height = Math.max(1, source.rows() / shrink);
                try (var smallerSize = new org.bytedeco.opencv.opencv_core.Size(width, height)) {
                    opencv_imgproc.resize(source, smaller, smallerSize, 0, 0, opencv_imgproc.INTER_AREA);
                }
                stretch(forward, (double) source.cols() / width, (double) source.rows() / height);
                from = smaller;
            }
            try (var values = matrix.createIndexer()) {
                for (int i = 0; i < 6; i++) {
                    ((org.bytedeco.javacpp.indexer.DoubleIndexer) values).put(i / 3, i % 3, forward[i]);
                }
            }
            opencv_imgproc.warpAffine(
                    from, target, matrix, targetSize, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_CONSTANT, grey);
        }
        return target;
    }

    /** Makes an affine map over the source one over the source shrunk by these factors; pixel centres stay. */
    private static void stretch(double[] affine, double fx, double fy) {
        for (int row = 0; row < 2; row++) {
            double mx = affine[3 * row];
            double my = affine[3 * row + 1];
            affine[3 * row + 2] += mx * (fx - 1) / 2 + my * (fy - 1) / 2;
            affine[3 * row] = mx * fx;
            affine[3 * row + 1] = my * fy;
        }
    }
}
