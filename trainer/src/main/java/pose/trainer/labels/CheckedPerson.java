package pose.trainer.labels;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * What a data set says of one person, without the picture.
 *
 * @param index in the data set, from 0
 * @param id see {@link pose.trainer.data.Sample#id()}
 * @param box the square to look at, see {@link pose.trainer.data.Sample#subjectBox()}
 * @param parts in skeleton order, source pixels; absent where not labelled
 */
public record CheckedPerson(int index, String id, Box box, List<Optional<Point>> parts) {

    public CheckedPerson {
        parts = List.copyOf(parts);
    }

    /** How many parts are labelled. */
    public int labels() {
        return (int) parts.stream().filter(Optional::isPresent).count();
    }
}
