package pose.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.app.event.EventKeypoints;
import pose.schema.PoseFrame;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.judging.Pck;

/**
 * Mean PCK@0.2 of events against the truth that synthetic frames carry, see {@link Pck}. Every true person counts; with
 * several, each is compared with the nearest person of the event that is not taken yet, and one for whom none is left is
 * all wrong.
 */
final class SyntheticPck {

    private static final Skeleton SKELETON = Skeleton.LSP14;

    private final Pck pck = new Pck(SKELETON, 0.2);

    void add(PoseFrame event, Truth truth) {
        if (!truth.getSkeleton().equals(SKELETON.name()) || !event.getSkeleton().equals(SKELETON.name())) {
            return;
        }
        List<List<Keypoint>> left = new ArrayList<>(
                event.getPeople().stream().map(EventKeypoints::of).toList());
        for (TruePerson person : truth.getPeople()) {
            List<Optional<Point>> real = Pck.known(points(person));
            Optional<List<Keypoint>> nearest =
                    left.stream().min(Comparator.comparingDouble(seen -> distance(seen, real)));
            nearest.ifPresent(left::remove);
            nearest.ifPresentOrElse(seen -> pck.add(real, seen), () -> pck.addUnseen(real));
        }
    }

    /** In per cent; empty where nothing had a truth. */
    OptionalDouble mean() {
        return pck.people() == 0 ? OptionalDouble.empty() : OptionalDouble.of(pck.mean());
    }

    private static double distance(List<Keypoint> seen, List<Optional<Point>> real) {
        double sum = 0;
        for (int part = 0; part < real.size(); part++) {
            sum += real.get(part).orElseThrow().distanceTo(seen.get(part).point());
        }
        return sum;
    }

    private static List<Point> points(TruePerson person) {
        List<Point> points = new ArrayList<>();
        for (TruePosition part : person.getKeypoints()) {
            points.add(new Point(part.getX(), part.getY()));
        }
        return points;
    }
}
