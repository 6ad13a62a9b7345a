package pose.track;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody looks like as a rule: the mean of the last seconds, and for each region of the body how far a sighting strays from
 * it. Plain cloth in steady light strays little, so that even team mates are told apart; a pattern, or who turns around, strays
 * much, and says less.
 *
 * <p>Immutable; the array never leaves. Values are on a grid, so that they are the same before and after they were written down.
 */
final class LastingLooks {

    /** Nobody. */
    static final LastingLooks UNKNOWN = of(Looks.UNKNOWN);

    /** Sightings that the mean goes back over. */
    private static final double MOST_SIGHTINGS = 200;

    /** Steps of a spread's unit. */
    private static final double GRID = 1024;

    /** A squared deviation's mean is so much, over three colours, where the spread is 1. */
    private static final double COLOURS = 3;

    /** How many sightings the usual spread counts for. */
    private static final double USUAL = 4;

    /** A spread lies between these: less would be the camera's own noise, and more some other person. */
    private static final double LEAST = 0.1;

    private static final double GREATEST = 4;

    /** So much a region tells at most, as a squared deviation: it may have been something else's colour. */
    private static final double MOST = 12;

    /** A stranger's squared deviation on the average, where nobody else is known. */
    private static final double STRANGER = 8;

    private final Looks mean;
    private final float[] spread;
    private final double[] logSpread;

    private LastingLooks(Looks mean, float[] spread) {
        this.mean = mean;
        this.spread = spread;
        logSpread = new double[spread.length];
        Arrays.setAll(logSpread, region -> Math.log(spread[region]));
    }

    /** Of whom nobody knows yet how far they stray. */
    static LastingLooks of(Looks mean) {
        float[] usual = new float[Looks.REGIONS];
        Arrays.fill(usual, 1);
        return new LastingLooks(mean, usual);
    }

    /** With one more sighting. */
    LastingLooks with(Looks sighting) {
        float[] next = spread.clone();
        for (int region = 0; region < next.length; region++) {
            double known = Math.min(MOST_SIGHTINGS, mean.weight(region));
            double weight = sighting.weight(region);
            if (known > 0 && weight > 0) {
                double strays = Math.min(GREATEST, mean.deviation(sighting, region) / COLOURS);
                double before = USUAL + known;
                next[region] = onGrid((spread[region] * before + strays * weight) / (before + weight));
            }
        }
        return new LastingLooks(mean.with(sighting, MOST_SIGHTINGS), next);
    }

    private static float onGrid(double value) {
        return (float) (Math.rint(Math.max(LEAST, value) * GRID) / GRID);
    }

    /**
     * How much speaks against a sighting's being this person, as a negative logarithm of likelihood; below 0 where it looks the
     * same. Regions that either does not show say nothing.
     */
    double against(Looks sighting) {
        double against = 0;
        for (int region = 0; region < spread.length; region++) {
            against += shown(sighting, region) * (unlike(sighting, region) - COLOURS / 2);
        }
        return against;
    }

    /**
     * How far a sighting strays from what is usual for this person: about 0 where it does not, in the units of a negative logarithm of
     * likelihood. Regions that either does not show say nothing.
     */
    double strays(Looks sighting) {
        double strays = 0;
        for (int region = 0; region < spread.length; region++) {
            strays += shown(sighting, region) * (deviation(sighting, region) - COLOURS) / 2;
        }
        return strays;
    }

    /** How much of a region both show. */
    private double shown(Looks sighting, int region) {
        return Math.min(1, mean.weight(region)) * Math.min(1, sighting.weight(region));
    }

    /**
     * How much likelier those seen lately are this person than somebody never seen, who may wear what others wear: a difference of
     * logarithms of likelihoods.
     *
     * @param others who else is known
     * @param least for how many sightings a region of this one must stand
     */
    double familiar(Looks recent, List<LastingLooks> others, double least) {
        double familiar = 0;
        for (int region = 0; region < spread.length; region++) {
            if (tells(recent, region, least)) {
                double stranger = STRANGER;
                for (LastingLooks other : others) {
                    if (other.tells(recent, region, least)) {
                        stranger = Math.min(stranger, other.deviation(recent, region));
                    }
                }
                familiar += (stranger - deviation(recent, region)) / 2;
            }
        }
        return familiar;
    }

    /**
     * How much likelier those seen lately are this person than another, over the regions that all three show.
     *
     * @param least for how many sightings a region of this one and of the other must stand
     */
    double likelierThan(LastingLooks other, Looks recent, double least) {
        double likelier = 0;
        for (int region = 0; region < spread.length; region++) {
            if (tells(recent, region, least) && other.tells(recent, region, least)) {
                likelier += other.unlike(recent, region) - unlike(recent, region);
            }
        }
        return likelier;
    }

    /** Whether enough of a region was seen lately, and of this person. */
    private boolean tells(Looks recent, int region, double least) {
        return recent.weight(region) >= 1 && mean.weight(region) >= least;
    }

    /** Negative logarithm of the likelihood of a region's colours, but for what is the same for everyone. */
    private double unlike(Looks looks, int region) {
        return deviation(looks, region) / 2 + COLOURS / 2 * logSpread[region];
    }

    private double deviation(Looks looks, int region) {
        return Math.min(MOST, mean.deviation(looks, region) / spread[region]);
    }

    /** For how many sightings a region stands on the average. */
    double sightings() {
        return mean.sightings();
    }

    Looks mean() {
        return mean;
    }

    /** As {@link #ofGrid} takes it. */
    short grid(int region) {
        return (short) Math.rint(spread[region] * GRID);
    }

    /** @param grid of each region */
    static LastingLooks ofGrid(Looks mean, short[] grid) {
        float[] spread = new float[grid.length];
        for (int region = 0; region < grid.length; region++) {
            spread[region] = (float) (grid[region] / GRID);
        }
        return new LastingLooks(mean, spread);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LastingLooks looks && mean.equals(looks.mean) && Arrays.equals(spread, looks.spread);
    }

    @Override
    public int hashCode() {
        return 31 * mean.hashCode() + Arrays.hashCode(spread);
    }
}
