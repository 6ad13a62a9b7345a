package pose.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.skeleton.Skeleton;

/**
 * Mean PCK@0.2 of events against the truth that synthetic frames carry: the share of true keypoints that have the event's
 * keypoint of that part within 0.2 of the torso (right shoulder to left hip). Every true person counts; with several,
 * each is compared with the nearest person of the event that is not taken yet, and one for whom none is left is all
 * wrong.
 */
final class SyntheticPck {

    private static final double THRESHOLD = 0.2;

    private long right;
    private long all;

    void add(PoseFrame event, Truth truth) {
        Optional<Skeleton> skeleton = Skeleton.named(truth.getSkeleton());
        if (skeleton.isEmpty() || !truth.getSkeleton().equals(event.getSkeleton())) {
            return;
        }
        List<Person> left = new ArrayList<>(event.getPeople());
        for (TruePerson person : truth.getPeople()) {
            List<TruePosition> real = person.getKeypoints();
            all += real.size();
            Optional<Person> nearest = takeNearest(left, real);
            if (nearest.isPresent()) {
                right += correct(nearest.get().getKeypoints(), real, skeleton.get());
            }
        }
    }

    /** In per cent; empty where nothing had a truth. */
    OptionalDouble mean() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * right / all);
    }

    /** How many true keypoints were compared. */
    long keypoints() {
        return all;
    }

    private static Optional<Person> takeNearest(List<Person> left, List<TruePosition> real) {
        Optional<Person> nearest = left.stream()
                .min((a, b) -> Double.compare(distance(a.getKeypoints(), real), distance(b.getKeypoints(), real)));
        nearest.ifPresent(left::remove);
        return nearest;
    }

    private static double distance(List<PartPosition> seen, List<TruePosition> real) {
        double sum = 0;
        for (int part = 0; part < real.size(); part++) {
            sum += distance(seen.get(part), real.get(part));
        }
        return sum;
    }

    private static long correct(List<PartPosition> seen, List<TruePosition> real, Skeleton skeleton) {
        TruePosition from = real.get(skeleton.torso().from());
        TruePosition to = real.get(skeleton.torso().to());
        double reach = THRESHOLD * Math.hypot(from.getX() - to.getX(), from.getY() - to.getY());
        long correct = 0;
        for (int part = 0; part < real.size(); part++) {
            if (distance(seen.get(part), real.get(part)) <= reach) {
                correct++;
            }
        }
        return correct;
    }

    private static double distance(PartPosition seen, TruePosition real) {
        return Math.hypot(seen.getX() - real.getX(), seen.getY() - real.getY());
    }
}
