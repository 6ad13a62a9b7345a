package pose.trainer.crowd;

import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Who hides whom, as far as boxes tell. */
final class Occlusion {

    /** A body covers about this much of its box's width. */
    private static final double BODY_WIDTH = 0.55;
    /** Share of the parts that must be in sight of somebody to be found. */
    private static final double LEAST_SEEN = 0.3;

    private Occlusion() {}

    /** The box around parts, whose points are pixels' centres. */
    static Box box(List<Point> parts) {
        Box around = Box.around(parts);
        return new Box(around.x() + 0.5, around.y() + 0.5, Math.max(1, around.width()), Math.max(1, around.height()));
    }

    /** Whether enough of somebody is seen beside those who are nearer. */
    static boolean isInSight(List<Point> parts, List<List<Point>> nearer) {
        List<Box> bodies = nearer.stream()
                .map(Occlusion::box)
                .map(box -> new Box(
                        box.centre().x() - BODY_WIDTH * box.width() / 2,
                        box.y(),
                        BODY_WIDTH * box.width(),
                        box.height()))
                .toList();
        long seen = parts.stream().filter(part -> !Boxes.anyHas(bodies, part)).count();
        return seen >= LEAST_SEEN * parts.size();
    }
}
