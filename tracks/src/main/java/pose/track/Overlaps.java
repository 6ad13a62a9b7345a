package pose.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

/** Whose colours may be somebody else's: those of regions that lie within the box around another's parts. */
final class Overlaps {

    /** What a body has around its parts, in extents. */
    private static final double FLESH = 0.03;

    private Overlaps() {}

    /** Everyone in a frame, of whose looks only that counts which nobody else can be in front of. */
    static List<SeenPerson> without(SeenFrame frame) {
        List<SeenPerson> people = frame.people();
        if (people.size() < 2
                || people.stream().allMatch(person -> person.looks().isEmpty())) {
            return people;
        }
        List<Box> bodies = people.stream().map(Overlaps::body).toList();
        List<List<BodyRegion.Way>> ways = BodyRegion.ways(frame.skeleton());
        List<SeenPerson> open = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            SeenPerson person = people.get(i);
            List<Box> others = near(bodies, i);
            open.add(
                    others.isEmpty()
                            ? person
                            : person.looks()
                                    .map(looks -> person.withLooks(looks.open(shares(ways, person, others))))
                                    .orElse(person));
        }
        return Collections.unmodifiableList(open);
    }

    private static List<Box> near(List<Box> bodies, int who) {
        List<Box> near = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            if (i != who && bodies.get(i).common(bodies.get(who)).area() > 0) {
                near.add(bodies.get(i));
            }
        }
        return near;
    }

    private static double[] shares(List<List<BodyRegion.Way>> ways, SeenPerson person, List<Box> others) {
        double[] shares = new double[ways.size()];
        for (int region = 0; region < shares.length; region++) {
            int ends = 0;
            int open = 0;
            for (BodyRegion.Way way : ways.get(region)) {
                for (int end = 0; end <= 1; end++) {
                    Point place = way.at(person.keypoints(), end);
                    ends++;
                    open += others.stream().noneMatch(other -> other.contains(place)) ? 1 : 0;
                }
            }
            double share = ends == 0 ? 0 : (double) open / ends;
            shares[region] = share * share;
        }
        return shares;
    }

    private static Box body(SeenPerson person) {
        List<Point> parts = person.keypoints().stream()
                .map(Keypoint::point)
                .filter(Overlaps::isPlace)
                .toList();
        if (parts.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        Box around = Box.around(parts);
        double flesh = FLESH * person.extent();
        return new Box(around.x() - flesh, around.y() - flesh, around.width() + 2 * flesh, around.height() + 2 * flesh);
    }

    private static boolean isPlace(Point point) {
        return Double.isFinite(point.x() + point.y());
    }
}
