package pose.trainer.judging.oks;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.annotation.CocoFile;
import pose.trainer.annotation.Mark;

/**
 * One labelled person of a picture, or one crowd.
 *
 * @param parts one a part, source pixels; absent where not labelled
 * @param area what the person covers, square pixels, 0 or more
 * @param box around the person; what tells how near a prediction is where no part is labelled, and then nothing is without it
 * @param isCrowd whether several people are labelled as one: finding them, also several times, is neither right nor wrong
 */
public record TrueOne(List<Optional<Point>> parts, double area, Optional<Box> box, boolean isCrowd) {

    public TrueOne {
        parts = List.copyOf(parts);
        if (!(area >= 0) || Double.isInfinite(area)) {
            throw new IllegalArgumentException("area is " + area + "; allowed: 0 or more square pixels");
        }
    }

    /** As a COCO file has them; where it says no area, by their box. */
    static TrueOne of(CocoFile.Person person) {
        List<Optional<Point>> parts = person.marks().stream().map(Mark::label).toList();
        List<Point> labelled = parts.stream().flatMap(Optional::stream).toList();
        Optional<Box> box =
                person.box().or(() -> labelled.isEmpty() ? Optional.empty() : Optional.of(Box.around(labelled)));
        double area = person.area().orElseGet(() -> box.map(PersonArea::of).orElse(0.0));
        return new TrueOne(parts, area, box, person.isCrowd());
    }

    int labelled() {
        return (int) parts.stream().filter(Optional::isPresent).count();
    }

    /** Whether finding them counts: crowds do not, nor who has no labelled part. */
    boolean counts() {
        return !isCrowd && labelled() > 0;
    }
}
