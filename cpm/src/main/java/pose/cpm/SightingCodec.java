package pose.cpm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pose.cpm.network.Architecture;
import pose.cpm.network.Size;
import pose.cpm.network.Task;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * Between people and a locator's maps, both ways. Everything is in input pixels.
 *
 * <p>There are three maps of W × H cells: where people's centres are, a Gaussian peak each as in Wei et al., section 3.3; the
 * background, 1 less the highest peak; and the natural logarithm of the extent of whoever is there, in units of {@link
 * #UNIT_EXTENT}, which only counts near centres. Peaks are as wide as the architecture's sigma, and wider for those who are large:
 * where the middle of somebody as tall as the picture is cannot be told to a few pixels, nor need it be.
 *
 * <p>Each map comes as {@link Task#PHASES} channels of the network's grid, in rows: cell (x, y) is in channel
 * {@code PHASES × map + SPLIT × (y mod SPLIT) + x mod SPLIT} at (x / SPLIT, y / SPLIT), as ONNX's DepthToSpace in mode CRD reads it.
 */
public final class SightingCodec {

    /** The extent whose logarithm is 0, in input pixels. */
    public static final double UNIT_EXTENT = 64;

    /** A peak's standard deviation is at least this share of the extent. */
    private static final double SIGMA_PER_EXTENT = 0.04;

    /** Beyond so many standard deviations a peak is 0. */
    private static final double REACH = 4;

    /** Extents count where the ideal peak is at least this high. */
    private static final float NEAR = 0.3f;

    /** Of the logarithm, either way: 3 to 1285 pixels, for a network may answer anything. */
    private static final double LARGEST_LOGARITHM = 3;

    /** Two squares that share more than this part of both together are one person seen twice. */
    private static final double SAME = 0.7;

    /** Less than this share of the larger extent apart across, so too {@link #SAME_DOWN} down, two of about one extent are one. */
    private static final double SAME_ACROSS = 0.06;

    private static final double SAME_DOWN = 0.4;

    /** Times the smaller extent, up to which two extents are about one. */
    private static final double SAME_EXTENT = 1.7;

    private static final int CENTRES = 0;
    private static final int BACKGROUND = 1;
    private static final int EXTENTS = 2;

    private final Size grid;
    private final double cell;
    private final double sigma;

    private SightingCodec(Size grid, double cell, double sigma) {
        this.grid = grid;
        this.cell = cell;
        this.sigma = sigma;
    }

    /**
     * The codec of a locator's maps at its input size.
     *
     * @throws IllegalArgumentException where the architecture is no locator
     */
    public static SightingCodec of(Architecture architecture) {
        if (architecture.task() != Task.LOCATOR) {
            throw new IllegalArgumentException(
                    architecture.name() + " " + architecture.task().deed() + "; only a locator " + Task.LOCATOR.deed());
        }
        double cell = (double) architecture.stride() / Task.SPLIT;
        return new SightingCodec(architecture.grid(), cell, architecture.sigma());
    }

    /** Cells of each map. */
    public Size cells() {
        return new Size(grid.width() * Task.SPLIT, grid.height() * Task.SPLIT);
    }

    /** Side of a cell in input pixels. */
    double cell() {
        return cell;
    }

    /** Values of all maps of one picture. */
    public int values() {
        return Math.toIntExact((EXTENTS + 1) * cells().area());
    }

    /**
     * Writes one picture's ideal maps, and how much each value counts: 1 for centres and background, for extents the peak's own
     * height near centres, and 0 elsewhere and where nobody knows who is there.
     *
     * @param people whose score is not looked at; of two at one place the one that comes first counts
     * @param unknown regions in which there may be people who are not among {@code people}
     * @param ideal {@link #values} values from {@code offset}
     * @param weight so too
     */
    public void encode(List<Sighting> people, List<Box> unknown, float[] ideal, float[] weight, int offset) {
        Arrays.fill(ideal, offset, offset + values(), 0);
        Arrays.fill(weight, offset, offset + values(), 0);
        people.forEach(person -> draw(person, ideal, weight, offset));
        Size cells = cells();
        for (int y = 0; y < cells.height(); y++) {
            for (int x = 0; x < cells.width(); x++) {
                float belief = ideal[offset + index(CENTRES, x, y)];
                ideal[offset + index(BACKGROUND, x, y)] = 1 - belief;
                float counts = belief < NEAR && isIn(unknown, toPixel(x), toPixel(y)) ? 0 : 1;
                weight[offset + index(CENTRES, x, y)] = counts;
                weight[offset + index(BACKGROUND, x, y)] = counts;
            }
        }
    }

    private static boolean isIn(List<Box> boxes, double x, double y) {
        return boxes.stream()
                .anyMatch(b -> x >= b.x() && x <= b.x() + b.width() && y >= b.y() && y <= b.y() + b.height());
    }

    private void draw(Sighting person, float[] ideal, float[] weight, int offset) {
        double cx = toCell(person.centre().x());
        double cy = toCell(person.centre().y());
        double s = sigma(person.extent());
        float logarithm = (float) Math.log(person.extent() / UNIT_EXTENT);
        int lastY = last(cy + REACH * s, cells().height());
        int lastX = last(cx + REACH * s, cells().width());
        for (int y = first(cy - REACH * s); y <= lastY; y++) {
            for (int x = first(cx - REACH * s); x <= lastX; x++) {
                double squared = (x - cx) * (x - cx) + (y - cy) * (y - cy);
                float belief = (float) Math.exp(-squared / (2 * s * s));
                if (belief > ideal[offset + index(CENTRES, x, y)]) {
                    ideal[offset + index(CENTRES, x, y)] = belief;
                    ideal[offset + index(EXTENTS, x, y)] = logarithm;
                    weight[offset + index(EXTENTS, x, y)] = belief >= NEAR ? belief : 0;
                }
            }
        }
    }

    private static int first(double cell) {
        return (int) Math.max(0, Math.ceil(cell));
    }

    private static int last(double cell, int cells) {
        return (int) Math.min(cells - 1, Math.floor(cell));
    }

    /**
     * The people in one picture's maps: the peaks of the centres, the highest first, without those that see somebody again who
     * has a higher one.
     *
     * @param maps {@link #values} values from {@code offset}
     * @param leastScore a peak's height from which on it is somebody, more than 0
     * @param most people, at least 0
     */
    public List<Sighting> decode(float[] maps, int offset, double leastScore, int most) {
        List<Peak> peaks = new ArrayList<>();
        Size cells = cells();
        for (int y = 0; y < cells.height(); y++) {
            for (int x = 0; x < cells.width(); x++) {
                double value = at(maps, offset, x, y);
                if (value >= leastScore && value > GaussianPeak.FAINT && isPeak(maps, offset, x, y, value)) {
                    peaks.add(new Peak(x, y, value));
                }
            }
        }
        peaks.sort(Comparator.comparingDouble(Peak::value).reversed());
        List<Sighting> found = new ArrayList<>();
        for (Peak peak : peaks) {
            if (found.size() >= most) {
                break;
            }
            Sighting sighting = sighting(maps, offset, peak);
            if (found.stream().noneMatch(other -> isSame(other, sighting))) {
                found.add(sighting);
            }
        }
        return List.copyOf(found);
    }

    /** The highest cell of its neighbourhood. */
    private record Peak(int x, int y, double value) {}

    /** Of several equal neighbours the first in rows is the peak. */
    private boolean isPeak(float[] maps, int offset, int x, int y, double value) {
        if (!Double.isFinite(value)) {
            return false;
        }
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                double other = at(maps, offset, x + i, y + j);
                boolean isBefore = j < 0 || (j == 0 && i < 0);
                if (other > value || (isBefore && other == value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Sighting sighting(float[] maps, int offset, Peak peak) {
        int x = peak.x();
        int y = peak.y();
        double extent = extent(maps, offset, peak);
        double s = sigma(extent);
        double dx = GaussianPeak.offset(s, at(maps, offset, x - 1, y), peak.value(), at(maps, offset, x + 1, y));
        double dy = GaussianPeak.offset(s, at(maps, offset, x, y - 1), peak.value(), at(maps, offset, x, y + 1));
        return new Sighting(new Point(toPixel(x + dx), toPixel(y + dy)), extent, Math.min(1, peak.value()));
    }

    /** What the cells around a peak say on average, each as loudly as it believes. */
    private double extent(float[] maps, int offset, Peak peak) {
        double sum = 0;
        double weights = 0;
        for (int y = peak.y() - 1; y <= peak.y() + 1; y++) {
            for (int x = peak.x() - 1; x <= peak.x() + 1; x++) {
                double belief = at(maps, offset, x, y);
                if (belief >= NEAR * peak.value()) {
                    sum += belief * maps[offset + index(EXTENTS, x, y)];
                    weights += belief;
                }
            }
        }
        double logarithm = Math.max(-LARGEST_LOGARITHM, Math.min(LARGEST_LOGARITHM, sum / weights));
        return UNIT_EXTENT * Math.exp(logarithm);
    }

    private static boolean isSame(Sighting a, Sighting b) {
        return isOneUpright(a, b) || a.box().overlap(b.box()) > SAME;
    }

    /** People stand beside each other; one who is seen twice is seen once higher and once lower. */
    private static boolean isOneUpright(Sighting a, Sighting b) {
        double larger = Math.max(a.extent(), b.extent());
        double smaller = Math.min(a.extent(), b.extent());
        return Math.abs(a.centre().x() - b.centre().x()) < SAME_ACROSS * larger
                && Math.abs(a.centre().y() - b.centre().y()) < SAME_DOWN * larger
                && larger < SAME_EXTENT * smaller;
    }

    /** The belief in a centre at a cell. */
    private double at(float[] maps, int offset, int x, int y) {
        Size cells = cells();
        return x < 0 || y < 0 || x >= cells.width() || y >= cells.height()
                ? GaussianPeak.BEYOND
                : maps[offset + index(CENTRES, x, y)];
    }

    private int index(int map, int x, int y) {
        int channel = map * Task.PHASES + y % Task.SPLIT * Task.SPLIT + x % Task.SPLIT;
        return (channel * grid.height() + y / Task.SPLIT) * grid.width() + x / Task.SPLIT;
    }

    /** Of somebody's peak, in cells. */
    private double sigma(double extent) {
        return Math.max(sigma, SIGMA_PER_EXTENT * extent / cell);
    }

    private double toCell(double pixel) {
        return (pixel - (cell - 1) / 2) / cell;
    }

    private double toPixel(double at) {
        return at * cell + (cell - 1) / 2;
    }
}
