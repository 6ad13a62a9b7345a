package pose.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * One person as a label file has them.
 *
 * @param id what predictions and exclude lists call them
 * @param parts in the label file's own skeleton, in pixels of the picture from 0; absent where not labelled
 * @param isSubject whether to make a sample of them; the rest is only somebody else in others' samples
 * @param givenBox see {@link Sample}
 * @param headLength see {@link Sample}
 */
record LabelledPerson(
        String id, List<Optional<Point>> parts, boolean isSubject, Optional<Box> givenBox, OptionalDouble headLength) {

    LabelledPerson {
        parts = List.copyOf(parts);
    }

    /** Somebody of whom nothing but the parts is known. */
    LabelledPerson(String id, List<Optional<Point>> parts) {
        this(id, parts, true, Optional.empty(), OptionalDouble.empty());
    }

    LabelledPerson with(List<Optional<Point>> others) {
        return new LabelledPerson(id, others, isSubject, givenBox, headLength);
    }

    int labelled() {
        return (int) parts.stream().filter(Optional::isPresent).count();
    }
}
