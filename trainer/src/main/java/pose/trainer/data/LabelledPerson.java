package pose.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.annotation.Mark;
import pose.trainer.annotation.Sight;

/**
 * One person as a label file has them.
 *
 * @param id what predictions and exclude lists call them
 * @param parts in the label file's own skeleton, in pixels of the picture from 0; absent where not labelled
 * @param hidden indices of the labelled parts that the label file says are not to be seen; a file may not tell
 * @param isSubject whether to make a sample of them; the rest is only somebody else in others' samples
 * @param givenBox see {@link Sample}
 * @param headLength see {@link Sample}
 */
record LabelledPerson(
        String id,
        List<Optional<Point>> parts,
        Set<Integer> hidden,
        boolean isSubject,
        Optional<Box> givenBox,
        OptionalDouble headLength) {

    LabelledPerson {
        parts = List.copyOf(parts);
        hidden = Set.copyOf(hidden);
    }

    /** Somebody of whom it is not told which parts are hidden. */
    LabelledPerson(
            String id,
            List<Optional<Point>> parts,
            boolean isSubject,
            Optional<Box> givenBox,
            OptionalDouble headLength) {
        this(id, parts, Set.of(), isSubject, givenBox, headLength);
    }

    /** Somebody of whom nothing but the parts is known. */
    LabelledPerson(String id, List<Optional<Point>> parts) {
        this(id, parts, true, Optional.empty(), OptionalDouble.empty());
    }

    /** Somebody as annotation tools know them. */
    static LabelledPerson of(String id, List<Mark> marks, Optional<Box> givenBox) {
        Set<Integer> hidden = IntStream.range(0, marks.size())
                .filter(p -> marks.get(p).sight() == Sight.HIDDEN)
                .boxed()
                .collect(Collectors.toSet());
        List<Optional<Point>> parts = marks.stream().map(Mark::label).toList();
        return new LabelledPerson(id, parts, hidden, true, givenBox, OptionalDouble.empty());
    }

    /** As annotation tools are told. */
    List<Mark> marks() {
        return IntStream.range(0, parts.size()).mapToObj(this::mark).toList();
    }

    /** One part as annotation tools are told of it. */
    Mark mark(int part) {
        return parts.get(part)
                .map(point -> new Mark(hidden.contains(part) ? Sight.HIDDEN : Sight.SEEN, point))
                .orElse(Mark.NONE);
    }

    LabelledPerson with(List<Mark> others) {
        LabelledPerson marked = of(id, others, givenBox);
        return new LabelledPerson(id, marked.parts, marked.hidden, isSubject, givenBox, headLength);
    }

    int labelled() {
        return (int) parts.stream().filter(Optional::isPresent).count();
    }
}
