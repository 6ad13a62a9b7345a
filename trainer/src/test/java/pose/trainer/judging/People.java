package pose.trainer.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pose.skeleton.Point;

/** People for tests: every true part in one row, a hundred pixels apart, and found so many pixels below it. */
final class People {

    /** In place of a distance: the part was not found. */
    static final double MISSED = -1;

    /** In place of a distance: the part is not labelled. */
    static final double UNLABELLED = -2;

    private People() {}

    static Judged judged(List<String> parts, JudgedPerson... people) {
        return new Judged(parts, Arrays.asList(people));
    }

    /**
     * Somebody found so far off.
     *
     * @param off pixels between truth and prediction by part, or {@link #MISSED}, or {@link #UNLABELLED}
     */
    static JudgedPerson person(double scale, double... off) {
        List<JudgedPart> parts = new ArrayList<>();
        IntStream.range(0, off.length).forEach(p -> {
            Point truth = new Point(100 * p, 0);
            parts.add(new JudgedPart(
                    off[p] == UNLABELLED ? Optional.empty() : Optional.of(truth),
                    off[p] == MISSED ? Optional.empty() : Optional.of(new Point(truth.x(), Math.abs(off[p]))),
                    scale));
        });
        return new JudgedPerson(parts);
    }
}
