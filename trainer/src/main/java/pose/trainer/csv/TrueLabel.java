package pose.trainer.csv;

import java.util.Optional;
import pose.skeleton.Point;

/**
 * One row of a truth file.
 *
 * @param id of the person
 * @param part its name
 * @param point where it is, in pixels; absent where not labelled
 * @param scale the normalising length in pixels, more than 0
 */
public record TrueLabel(String id, String part, Optional<Point> point, double scale) {}
