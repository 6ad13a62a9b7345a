package pose.trainer;

import java.util.Random;
import pose.cpm.Crop;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * How training pictures are varied (Wei et al., section 4: "randomly rotate [−40°, 40°], scale [0.7, 1.3] and flip").
 *
 * @param rotation degrees, drawn from −rotation to rotation
 * @param scaleFrom smallest factor on the subject's size
 * @param scaleTo largest factor on the subject's size
 * @param shift largest move of the centre, as a share of the box's side, on each axis
 * @param flip whether half of the pictures are mirrored, with left and right parts swapped
 * @param colour largest change of a channel's gain, as a share; brightness changes by the same share of the range
 */
public record Augmentation(
        double rotation, double scaleFrom, double scaleTo, double shift, boolean flip, double colour) {

    public static final Augmentation PAPER = new Augmentation(40, 0.7, 1.3, 0.08, true, 0.25);
    public static final Augmentation NONE = new Augmentation(0, 1, 1, 0, false, 0);

    public Augmentation {
        require(rotation >= 0 && rotation <= 180, "rotation", rotation, "0 to 180 degrees");
        require(scaleFrom > 0 && scaleFrom <= scaleTo, "scaleFrom", scaleFrom, "more than 0, at most scaleTo");
        require(scaleTo <= 10, "scaleTo", scaleTo, "at most 10");
        require(shift >= 0 && shift <= 0.5, "shift", shift, "0 to 0.5");
        require(colour >= 0 && colour <= 1, "colour", colour, "0 to 1");
    }

    private static void require(boolean good, String what, double value, String allowed) {
        if (!good) {
            throw new IllegalArgumentException("augmentation: " + what + " is " + value + "; allowed: " + allowed);
        }
    }

    /** A crop around the box, varied by this random's next numbers. */
    Crop crop(Box box, int size, Random random) {
        Crop upright = Crop.of(box, size);
        double factor = Math.exp(uniform(random, Math.log(scaleFrom), Math.log(scaleTo)));
        Point centre = new Point(
                upright.centre().x() + box.width() * uniform(random, -shift, shift),
                upright.centre().y() + box.width() * uniform(random, -shift, shift));
        double angle = Math.toRadians(uniform(random, -rotation, rotation));
        boolean mirrored = flip && random.nextBoolean();
        return new Crop(upright.scale() * factor, angle, mirrored, centre, size);
    }

    /** Changes the colours of a network input in place: three planes of values from −0.5 to 0.5. */
    public void recolour(float[] planes, Random random) {
        if (colour == 0) {
            return;
        }
        int plane = planes.length / 3;
        float brightness = (float) uniform(random, -colour, colour) / 2;
        float contrast = (float) (1 + uniform(random, -colour, colour));
        for (int channel = 0; channel < 3; channel++) {
            float gain = contrast * (float) (1 + uniform(random, -colour, colour) / 2);
            for (int i = channel * plane; i < (channel + 1) * plane; i++) {
                planes[i] = Math.max(-0.5f, Math.min(0.5f, planes[i] * gain + brightness));
            }
        }
    }

    private static double uniform(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
