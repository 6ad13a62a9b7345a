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
import pose.trainer.judging.Judged;
import pose.trainer.judging.JudgedPerson;
import pose.trainer.judging.Pck;
import pose.trainer.judging.Torso;

/**
 * Mean PCK@0.2 of events against the truth that synthetic frames carry, see {@link Pck}. Every true person counts; with
 * several, each is compared with the nearest person of the event that is not taken yet, and one for whom none is left is
 * all wrong.
 */
final class SyntheticPck {

    private static final Skeleton SKELETON = Skeleton.LSP14;

    private static final Pck PCK = new Pck(0.2);

    private final List<JudgedPerson> judged = new ArrayList<>();

    void add(PoseFrame event, Truth truth) {
        if (!truth.getSkeleton().equals(SKELETON.name()) || !event.getSkeleton().equals(SKELETON.name())) {
            return;
        }
        List<List<Keypoint>> left = new ArrayList<>(
                event.getPeople().stream().map(EventKeypoints::of).toList());
        for (TruePerson person : truth.getPeople()) {
            List<Optional<Point>> real =
                    points(person).stream().map(Optional::of).toList();
            Optional<List<Keypoint>> nearest =
                    left.stream().min(Comparator.comparingDouble(seen -> distance(seen, real)));
            nearest.ifPresent(left::remove);
            Torso.length(SKELETON, real)
                    .ifPresent(torso -> judged.add(nearest.map(seen -> JudgedPerson.of(real, seen, torso))
                            .orElseGet(() -> JudgedPerson.unseen(real, torso))));
        }
    }

    /** In per cent; empty where nothing had a truth. */
    OptionalDouble mean() {
        return PCK.judge(new Judged(SKELETON.parts(), judged)).mean();
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
