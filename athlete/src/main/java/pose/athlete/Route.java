package pose.athlete;

import java.util.List;

/**
 * Where one athlete goes: a smooth curve (a uniform cubic B-spline) along endless random stations, known at any time without
 * what came before. On some stretches the athlete stands, on others leaves the picture by its left or right border and comes
 * back where it was left.
 */
final class Route {

    /** Stations that are drawn together. */
    private static final int STRETCH = 9;
    /** Equal stations in a row: the curve stands still for this less three of them. */
    private static final int REST = 5;

    private static final double LEAVES = 0.42;
    private static final double RESTS = 0.33;

    private final long seed;
    private final double interval;
    private final double ahead;
    private final double nearest;
    private final double farthest;

    /**
     * @param interval seconds from station to station
     * @param farthest least nearness, from 0; {@code nearest} up to 1
     */
    Route(double interval, double farthest, double nearest, Dice dice) {
        this.interval = interval;
        this.farthest = farthest;
        this.nearest = nearest;
        ahead = dice.between(0, STRETCH);
        seed = dice.seed();
    }

    /**
     * A place in the picture.
     *
     * @param across −1 at the left border, 1 at the right one
     * @param near 0 where athletes are farthest, 1 where they are nearest
     */
    record Station(double across, double near) {

        Station minus(Station o) {
            return new Station(across - o.across, near - o.near);
        }
    }

    /**
     * Where the athlete is and how they move.
     *
     * @param pace the station's change, a second
     * @param legs where the curve came from, goes and will go to: the way between four stations
     * @param part how far between the middle two, 0 to 1
     */
    record Spot(Station at, Station pace, List<Station> legs, double part) {}

    Spot at(double seconds) {
        double s = seconds / interval + ahead;
        long i = (long) Math.floor(s);
        double u = s - i;
        Station a = station(i - 1);
        Station b = station(i);
        Station c = station(i + 1);
        Station d = station(i + 2);
        double v = 1 - u;
        Station at = sum(
                a,
                v * v * v / 6,
                b,
                (4 - 6 * u * u + 3 * u * u * u) / 6,
                c,
                (4 - 6 * v * v + 3 * v * v * v) / 6,
                d,
                u * u * u / 6);
        List<Station> legs = List.of(b.minus(a), c.minus(b), d.minus(c));
        double first = v * v / 2 / interval;
        double middle = (0.5 + u - u * u) / interval;
        double last = u * u / 2 / interval;
        Station pace = sum(legs.get(0), first, legs.get(1), middle, legs.get(2), last, legs.get(2), 0);
        return new Spot(at, pace, legs, u);
    }

    private static Station sum(Station a, double wa, Station b, double wb, Station c, double wc, Station d, double wd) {
        return new Station(
                a.across * wa + b.across * wb + c.across * wc + d.across * wd,
                a.near * wa + b.near * wb + c.near * wc + d.near * wd);
    }

    private Station station(long i) {
        return stretch(Math.floorDiv(i, STRETCH))[(int) Math.floorMod(i, (long) STRETCH)];
    }

    private Station[] stretch(long number) {
        Dice dice = new Dice(seed + number * 0x9E3779B97F4A7C15L);
        Station[] stations = new Station[STRETCH];
        for (int i = 0; i < STRETCH; i++) {
            stations[i] = new Station(dice.between(-1.1, 1.1), dice.between(farthest, nearest));
        }
        double kind = dice.between(0, 1);
        if (kind < LEAVES) {
            leave(stations, dice.whole(1, STRETCH - 2), dice.chance(0.5) ? 1 : -1, dice);
        } else if (kind < LEAVES + RESTS) {
            int from = dice.whole(0, STRETCH - REST);
            for (int i = 1; i < REST; i++) {
                stations[from + i] = stations[from];
            }
        }
        return stations;
    }

    /** One station far out between two on the same side: away for about one and a half intervals. */
    private static void leave(Station[] stations, int out, int side, Dice dice) {
        double near = stations[out].near;
        stations[out - 1] = new Station(side * dice.between(0.35, 0.75), near);
        stations[out] = new Station(side * dice.between(1.9, 2.1), near);
        stations[out + 1] = new Station(side * dice.between(0.35, 0.75), near);
    }
}
