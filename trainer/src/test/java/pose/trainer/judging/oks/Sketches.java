package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;

/**
 * People of two wrists, whose k is 2 × 0.062. Area 10,000: a wrist that is d pixels off is alike to exp(−d² / 307.52).
 */
final class Sketches {

    static final List<String> PARTS = List.of("r_wrist", "l_wrist");
    static final double AREA = 10_000;

    /** A distance at which the similarity of a part is a given one. */
    static double off(double similarity) {
        return Math.sqrt(-Math.log(similarity) * 2 * AREA * 0.124 * 0.124);
    }

    private Sketches() {}

    /** Somebody 200 pixels wide, from x on. */
    static TrueOne person(double x) {
        return person(x, AREA);
    }

    static TrueOne person(double x, double area) {
        return new TrueOne(parts(x), area, Optional.empty(), false);
    }

    /** A prediction whose every part is so much like the person's at x. */
    static FoundOne found(double x, double similarity, double score) {
        return new FoundOne(parts(x + off(similarity)), score);
    }

    static List<Optional<Point>> parts(double x) {
        return new ArrayList<>(List.of(Optional.of(new Point(x, 0)), Optional.of(new Point(x + 200, 100))));
    }

    static OksFigures judge(JudgedPicture... pictures) {
        return OksFigures.of(PARTS, List.of(pictures));
    }
}
