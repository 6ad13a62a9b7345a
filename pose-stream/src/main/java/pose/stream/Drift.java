package pose.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pose.cpm.Sighting;
import pose.skeleton.Point;

/**
 * Where people are who go on as they did: each at the velocity at which they came from one frame in which people were located
 * to the next.
 */
final class Drift {

    /** How far somebody may have come between two frames, as a share of their extent: further away is somebody else. */
    private static final double FURTHEST = 1;

    /** How much larger one may be than the other to be the same. */
    private static final double MOST_LARGER = 1.5;

    private final Located located;
    private final long captureMicros;
    /** Pixels a microsecond, one a sighting. */
    private final List<Point> velocities;

    private Drift(Located located, long captureMicros, List<Point> velocities) {
        this.located = located;
        this.captureMicros = captureMicros;
        this.velocities = velocities;
    }

    /** Of people of whom nobody knows where they came from: they stay where they are. */
    static Drift resting(Located located, long captureMicros) {
        Point nowhere = new Point(0, 0);
        return new Drift(
                located,
                captureMicros,
                located.sightings().stream().map(sighting -> nowhere).toList());
    }

    /** Of people who were located once more, some of whom were there before; the nearest are taken for the same. */
    Drift next(Located now, long nowMicros) {
        long elapsed = nowMicros - captureMicros;
        Drift resting = resting(now, nowMicros);
        if (elapsed <= 0) {
            return resting;
        }
        Point[] found = resting.velocities.toArray(Point[]::new);
        boolean[] taken = new boolean[located.sightings().size()];
        boolean[] known = new boolean[found.length];
        for (Pair pair : pairs(now)) {
            if (!taken[pair.before] && !known[pair.now]) {
                taken[pair.before] = true;
                known[pair.now] = true;
                Point from = located.sightings().get(pair.before).centre();
                Point to = now.sightings().get(pair.now).centre();
                found[pair.now] = new Point((to.x() - from.x()) / elapsed, (to.y() - from.y()) / elapsed);
            }
        }
        return new Drift(now, nowMicros, Arrays.asList(found));
    }

    private record Pair(int before, int now, double distance) {}

    /** All that may be the same, the nearest first. */
    private List<Pair> pairs(Located now) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < located.sightings().size(); i++) {
            for (int j = 0; j < now.sightings().size(); j++) {
                Sighting a = located.sightings().get(i);
                Sighting b = now.sightings().get(j);
                double smaller = Math.min(a.extent(), b.extent());
                double distance = Math.hypot(
                                a.centre().x() - b.centre().x(),
                                a.centre().y() - b.centre().y())
                        / smaller;
                if (distance <= FURTHEST && Math.max(a.extent(), b.extent()) <= MOST_LARGER * smaller) {
                    pairs.add(new Pair(i, j, distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance));
        return pairs;
    }

    /** Where they are at another time, before or after. */
    Located at(long micros) {
        long elapsed = micros - captureMicros;
        List<Sighting> moved = new ArrayList<>();
        for (int i = 0; i < velocities.size(); i++) {
            Sighting was = located.sightings().get(i);
            Point velocity = velocities.get(i);
            Point centre = new Point(
                    was.centre().x() + velocity.x() * elapsed, was.centre().y() + velocity.y() * elapsed);
            moved.add(new Sighting(centre, was.extent(), was.score()));
        }
        return located.with(moved);
    }
}
