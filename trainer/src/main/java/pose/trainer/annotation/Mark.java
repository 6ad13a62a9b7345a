package pose.trainer.annotation;

import java.util.Optional;
import pose.skeleton.Point;

/**
 * One part of one person.
 *
 * @param point in pixels of the picture; must be there where the part is labelled
 */
public record Mark(Sight sight, Optional<Point> point) {

    /** Nothing is known of it. */
    public static final Mark NONE = new Mark(Sight.UNLABELLED, Optional.empty());

    public Mark {
        if (sight != Sight.UNLABELLED && point.isEmpty()) {
            throw new IllegalArgumentException("a part that is " + sight + " is nowhere");
        }
        if (point.isPresent()
                && !(Double.isFinite(point.get().x())
                        && Double.isFinite(point.get().y()))) {
            throw new IllegalArgumentException("a part is at " + point.get() + "; allowed: finite numbers");
        }
    }

    /** A part at a place. */
    public Mark(Sight sight, Point point) {
        this(sight, Optional.of(point));
    }

    public boolean isLabelled() {
        return sight != Sight.UNLABELLED;
    }

    /** Where the part is, if it is labelled. */
    public Optional<Point> label() {
        return isLabelled() ? point : Optional.empty();
    }
}
