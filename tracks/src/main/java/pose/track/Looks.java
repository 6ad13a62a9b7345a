package pose.track;

import java.util.Arrays;
import java.util.List;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * What somebody looks like: of ten regions of the body the mean colour, and how much of it was seen. Colours are logarithms of
 * blue and red over green, which stay when the light grows or fades, and of the brightness, which counts for less: of the spaces
 * that were tried (BGR, luma with colour differences) the one that told athletes apart best.
 *
 * <p>Immutable; the array never leaves. Values are on a grid, so that they are the same before and after they were written down.
 */
public final class Looks {

    /** A picture's colours. */
    @FunctionalInterface
    public interface Colours {

        /**
         * The colour at a place.
         *
         * @param x,y source pixels
         * @return 0xRRGGBB; below 0 where there is no picture
         */
        int at(double x, double y);
    }

    static final int REGIONS = BodyRegion.values().length;

    /** Blue over green, red over green, brightness; and for how many sightings they stand. */
    static final int VALUES_A_REGION = 4;

    private static final int WEIGHT = 3;

    /** Nobody. */
    static final Looks UNKNOWN = new Looks(new float[REGIONS * VALUES_A_REGION]);

    /** Steps of a logarithm's unit, and of a sighting. */
    private static final double GRID = 1024;

    private static final double WEIGHT_GRID = 128;

    /** Places looked at along a way, and to either side of it. */
    private static final int ALONG = 5;

    /** How far the places to either side are from the way, in extents. */
    private static final double ASIDE = 0.01;

    /** From this score on a part is trusted in full. */
    private static final double SURE = 0.3;

    /** Added to each colour, so that the ratios of dark ones do not depend on the camera's noise. */
    private static final double DARK = 8;

    /** Deviations of the same person's region from sighting to sighting: of the ratios, and of the brightness. */
    private static final double RATIO_NOISE = 0.1;

    private static final double BRIGHTNESS_NOISE = 0.2;

    private final float[] values;

    private Looks(float[] values) {
        this.values = values;
    }

    /**
     * What is seen of somebody in one frame.
     *
     * @param keypoints one a part, source pixels
     * @param extent of the person, pixels
     */
    public static Looks seen(Skeleton skeleton, List<Keypoint> keypoints, double extent, Colours colours) {
        float[] values = new float[REGIONS * VALUES_A_REGION];
        double aside = ASIDE * extent;
        List<List<BodyRegion.Way>> ways = BodyRegion.ways(skeleton);
        for (int region = 0; region < REGIONS; region++) {
            Mean mean = new Mean();
            for (BodyRegion.Way way : ways.get(region)) {
                double trust = Math.max(0, Math.min(1, way.score(keypoints) / SURE));
                for (int place = 0; place < ALONG && trust > 0; place++) {
                    Point at = way.at(keypoints, (double) place / (ALONG - 1));
                    mean.add(colours.at(at.x() - aside, at.y() - aside), trust);
                    mean.add(colours.at(at.x() + aside, at.y() - aside), trust);
                    mean.add(colours.at(at.x(), at.y()), trust);
                    mean.add(colours.at(at.x() - aside, at.y() + aside), trust);
                    mean.add(colours.at(at.x() + aside, at.y() + aside), trust);
                }
            }
            mean.write(
                    values,
                    region * VALUES_A_REGION,
                    ALONG * 5.0 * ways.get(region).size());
        }
        return new Looks(values);
    }

    /** Of one region's colours. */
    private static final class Mean {

        private double blue;
        private double green;
        private double red;
        private double weight;

        void add(int colour, double trust) {
            if (colour >= 0) {
                red += trust * ((colour >> 16) & 0xff);
                green += trust * ((colour >> 8) & 0xff);
                blue += trust * (colour & 0xff);
                weight += trust;
            }
        }

        void write(float[] values, int at, double whole) {
            if (!(weight > 0)) {
                return;
            }
            double b = blue / weight + DARK;
            double g = green / weight + DARK;
            double r = red / weight + DARK;
            values[at] = onGrid(Math.log(b / g));
            values[at + 1] = onGrid(Math.log(r / g));
            // As of BT.601.
            values[at + 2] = onGrid(Math.log(0.114 * b + 0.587 * g + 0.299 * r));
            values[at + WEIGHT] = onWeightGrid(weight / whole);
        }
    }

    private static float onGrid(double value) {
        return (float) (Math.rint(value * GRID) / GRID);
    }

    private static float onWeightGrid(double value) {
        return (float) (Math.rint(value * WEIGHT_GRID) / WEIGHT_GRID);
    }

    /** The same, of which only so much of each region can be that person's, 0 to 1. */
    Looks open(double[] shares) {
        float[] next = values.clone();
        for (int region = 0; region < REGIONS; region++) {
            int at = region * VALUES_A_REGION + WEIGHT;
            next[at] = onWeightGrid(next[at] * shares[region]);
        }
        return new Looks(next);
    }

    /**
     * The mean of these looks and one more sighting.
     *
     * @param most sightings count at most, so that older ones are forgotten; up to 200
     */
    Looks with(Looks sighting, double most) {
        float[] next = values.clone();
        for (int at = 0; at < next.length; at += VALUES_A_REGION) {
            double weight = sighting.values[at + WEIGHT];
            if (!(weight > 0)) {
                continue;
            }
            double share = weight / (Math.min(most, next[at + WEIGHT]) + weight);
            for (int value = at; value < at + WEIGHT; value++) {
                next[value] = onGrid(next[value] + share * (sighting.values[value] - next[value]));
            }
            next[at + WEIGHT] = onWeightGrid(Math.min(most, next[at + WEIGHT] + weight));
        }
        return new Looks(next);
    }

    /**
     * How far a region's colour is from another's: the squared deviation over all three, each in units of what is usual for one
     * person from sighting to sighting.
     */
    double deviation(Looks other, int region) {
        int at = region * VALUES_A_REGION;
        double blue = (values[at] - other.values[at]) / RATIO_NOISE;
        double red = (values[at + 1] - other.values[at + 1]) / RATIO_NOISE;
        double brightness = (values[at + 2] - other.values[at + 2]) / BRIGHTNESS_NOISE;
        return blue * blue + red * red + brightness * brightness;
    }

    /** For how many sightings a region stands. */
    double weight(int region) {
        return values[region * VALUES_A_REGION + WEIGHT];
    }

    /** The same on the average over the regions. */
    double sightings() {
        double sum = 0;
        for (int at = WEIGHT; at < values.length; at += VALUES_A_REGION) {
            sum += values[at];
        }
        return sum / REGIONS;
    }

    private static double step(int index) {
        return index % VALUES_A_REGION == WEIGHT ? WEIGHT_GRID : GRID;
    }

    /** As {@link #ofGrid} takes them. */
    short grid(int index) {
        return (short) Math.rint(values[index] * step(index));
    }

    /** @param grid REGIONS × VALUES_A_REGION */
    static Looks ofGrid(short[] grid) {
        float[] values = new float[grid.length];
        for (int i = 0; i < grid.length; i++) {
            values[i] = (float) (grid[i] / step(i));
        }
        return new Looks(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Looks looks && Arrays.equals(values, looks.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
