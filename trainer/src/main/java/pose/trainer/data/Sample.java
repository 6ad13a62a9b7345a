package pose.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * One labelled person in a picture.
 *
 * @param id within its data set, e.g. the file's name: what messages and predictions call it
 * @param picture decoded
 * @param parts in skeleton order, source pixels; absent where not labelled
 */
public record Sample(String id, Picture picture, List<Optional<Point>> parts) {

    /** Margin around the labelled parts: the box of a subject is theirs times this. */
    public static final double MARGIN = 1.25;

    public Sample {
        parts = List.copyOf(parts);
        if (parts.stream().allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("sample " + id + " has no labelled part");
        }
    }

    /** The square box around the labelled parts, {@link #MARGIN} times as wide as they reach. */
    public Box subjectBox() {
        Stream<Point> labelled = parts.stream().flatMap(Optional::stream);
        return subjectBox(labelled.toList());
    }

    static Box subjectBox(List<Point> labelled) {
        Box tight = Box.around(labelled);
        // One part alone, or all on one spot, still needs something to look at.
        double least = 16;
        Box box = new Box(tight.x(), tight.y(), Math.max(tight.width(), least), Math.max(tight.height(), least));
        return box.square(MARGIN);
    }
}
