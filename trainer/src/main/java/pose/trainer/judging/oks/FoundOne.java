package pose.trainer.judging.oks;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * One predicted person of a picture.
 *
 * @param parts one a part, source pixels; an absent one is as wrong as can be
 * @param score how sure whoever predicted is; any number, the higher the surer
 */
public record FoundOne(List<Optional<Point>> parts, double score) {

    public FoundOne {
        parts = List.copyOf(parts);
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("score is " + score + "; it must be a number");
        }
    }

    /** A person of whom every part was found. */
    public static FoundOne everyPart(List<Point> parts, double score) {
        return new FoundOne(parts.stream().map(Optional::of).toList(), score);
    }

    /** What the person covers, square pixels: the box around the parts, as COCO takes it for predictions. */
    double area() {
        List<Point> found = parts.stream().flatMap(Optional::stream).toList();
        if (found.isEmpty()) {
            return 0;
        }
        Box box = Box.around(found);
        return box.width() * box.height();
    }
}
