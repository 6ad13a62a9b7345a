package pose.trainer.crowd.judging;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * People of about one size.
 *
 * @param name of the bin, with its unit
 * @param from smallest
 * @param to what is no more in it
 * @param measure what is measured of a person, by extent in pixels and the picture it is in
 */
public record SizeBin(String name, double from, double to, ToDoubleBiFunction<Double, JudgedCrowd> measure) {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    /**
     * COCO's sizes (Lin et al., 2014), whose areas are those of squares of 32 and 96 pixels: here of the square of a person's
     * extent in the picture's own pixels.
     */
    public static final List<SizeBin> COCO = List.of(
            pixels("< 32 px", 0, 32), pixels("32-96 px", 32, 96), pixels("> 96 px", 96, Double.POSITIVE_INFINITY));

    /** By the extent in pixels of a picture that fits 1280×720. */
    public static final List<SizeBin> HD = List.of(
            fitted("< 40 px of 720", 0, 40),
            fitted("40-80 px of 720", 40, 80),
            fitted("80-160 px of 720", 80, 160),
            fitted("160-320 px of 720", 160, 320),
            fitted("320-700 px of 720", 320, 700),
            fitted("> 700 px of 720", 700, Double.POSITIVE_INFINITY));

    private static SizeBin pixels(String name, double from, double to) {
        return new SizeBin(name, from, to, (extent, crowd) -> extent);
    }

    private static SizeBin fitted(String name, double from, double to) {
        return new SizeBin(
                name, from, to, (extent, crowd) -> extent * Math.min(WIDTH / crowd.width(), HEIGHT / crowd.height()));
    }

    boolean has(double extent, JudgedCrowd crowd) {
        double size = measure.applyAsDouble(extent, crowd);
        return size >= from && size < to;
    }
}
