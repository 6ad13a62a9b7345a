package pose.trainer.annotation;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;

/**
 * One labelled person.
 *
 * @param id theirs alone, see {@link pose.trainer.data.Sample#id()}
 * @param marks one a part, in skeleton order
 */
public record AnnotatedPerson(String id, List<Mark> marks) {

    public AnnotatedPerson {
        marks = List.copyOf(marks);
    }

    /** Where the labelled parts are. */
    public List<Point> labels() {
        return marks.stream().map(Mark::label).flatMap(Optional::stream).toList();
    }
}
