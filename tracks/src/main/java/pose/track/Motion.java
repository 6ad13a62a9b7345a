package pose.track;

import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * Where someone is, how large, and where to: three {@link Axis} filters. Noise is told in the person's own extents, so
 * that near and far people are treated alike.
 *
 * @param x of the person's middle, see {@link SeenPerson#centre}, pixels
 * @param y of the same
 * @param size natural logarithm of the extent in pixels
 */
record Motion(Axis x, Axis y, Axis size) {

    /** Standard deviation of where someone's middle is seen, in extents; striding alone moves it by some hundredths. */
    private static final double CENTRE_NOISE = 0.07;

    /** Standard deviation of the logarithm of the extent that a locator sees. */
    private static final double SIZE_NOISE = 0.08;

    /** How fast someone may be at first sight, in extents a second (standard deviation). */
    private static final double FIRST_SPEED = 1.5;

    private static final double FIRST_GROWTH = 0.15;

    /** Power of the accelerations of people who run, stop and turn: extents² a second³. */
    private static final double AGILITY = 2.5;

    private static final double GROWTH_AGILITY = 0.02;

    /** Share of that which is vertical in the picture: on a level ground most ways are across. */
    private static final double VERTICAL = 0.1;

    static Motion first(SeenPerson person) {
        double extent = person.extent();
        Point centre = person.centre();
        double noise = square(CENTRE_NOISE * extent);
        double speed = square(FIRST_SPEED * extent);
        return new Motion(
                Axis.first(centre.x(), noise, speed),
                Axis.first(centre.y(), noise, speed),
                Axis.first(Math.log(extent), square(SIZE_NOISE), square(FIRST_GROWTH)));
    }

    /** Some time later, unseen; a time before where {@code seconds} is below 0. */
    Motion after(double seconds) {
        double agility = AGILITY * square(extent());
        return new Motion(
                x.after(seconds, agility), y.after(seconds, agility * VERTICAL), size.after(seconds, GROWTH_AGILITY));
    }

    /** Not beyond the border: whoever runs out of the picture is seen again where they left it, if at all. */
    Motion within(double width, double height) {
        double half = extent() / 2;
        return new Motion(x.within(-half, width + half), y.within(-half, height + half), size);
    }

    /** With one more sighting. */
    Motion seen(SeenPerson person) {
        Point centre = person.centre();
        double noise = square(CENTRE_NOISE * extent());
        return new Motion(
                x.seen(centre.x(), noise),
                y.seen(centre.y(), noise),
                size.seen(Math.log(person.extent()), square(SIZE_NOISE)));
    }

    /** How far a sighting is from where this one is expected: squared Mahalanobis distance, 3 degrees of freedom. */
    double surprise(SeenPerson person) {
        Point centre = person.centre();
        double noise = square(CENTRE_NOISE * extent());
        return square(centre.x() - x.place()) / x.doubt(noise)
                + square(centre.y() - y.place()) / y.doubt(noise)
                + square(Math.log(person.extent()) - size.place()) / size.doubt(square(SIZE_NOISE));
    }

    /** How little is known of where this one is: logarithm of the volume that a sighting is expected in. */
    double vagueness() {
        double squaredExtent = square(extent());
        double noise = square(CENTRE_NOISE) * squaredExtent;
        return 0.5
                * Math.log(x.doubt(noise)
                        / squaredExtent
                        * (y.doubt(noise) / squaredExtent)
                        * size.doubt(square(SIZE_NOISE)));
    }

    /** Longer side of the person's box, pixels. */
    double extent() {
        return Math.exp(size.place());
    }

    Point centre() {
        return new Point(x.place(), y.place());
    }

    /** In a picture of the same view whose sides are {@code factor} times as long. */
    Motion scaled(double factor) {
        Axis grown = new Axis(
                (float) (size.place() + Math.log(factor)),
                size.velocity(),
                size.placeVariance(),
                size.covariance(),
                size.velocityVariance());
        return new Motion(x.scaled(factor), y.scaled(factor), grown);
    }

    static Box scaled(Box box, double factor) {
        return new Box(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor);
    }

    private static double square(double value) {
        return value * value;
    }
}
