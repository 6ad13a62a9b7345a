package pose.trainer.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Where in its pictures a data set labels everybody: sports sets leave referees and spectators out. */
enum LabelledArea {
    /** Everywhere. */
    ALL {
        @Override
        List<Box> of(Picture picture, List<Box> people) {
            return List.of(Crowd.whole(picture));
        }
    },
    /** In and around each labelled person. */
    BOXES {
        @Override
        List<Box> of(Picture picture, List<Box> people) {
            return people.stream().map(box -> Boxes.scaled(box, AROUND)).toList();
        }
    },
    /** Between the labelled people: a court and nothing beside it. */
    HULL {
        @Override
        List<Box> of(Picture picture, List<Box> people) {
            if (people.isEmpty()) {
                return List.of();
            }
            List<Point> corners = people.stream()
                    .flatMap(box ->
                            List.of(
                                    new Point(box.x(), box.y()),
                                    new Point(box.x() + box.width(), box.y() + box.height()))
                                    .stream())
                    .toList();
            return List.of(Box.around(corners));
        }
    };

    /** How far around a person's box the same person is all that is there. */
    static final double AROUND = 1.15;

    abstract List<Box> of(Picture picture, List<Box> people);

    static LabelledArea named(String name) {
        return Arrays.stream(values())
                .filter(area -> area.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("labelled=" + name + " is not allowed; allowed: "
                        + Arrays.stream(values()).map(LabelledArea::word).collect(Collectors.joining(", "))));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
