package pose.cpm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.cpm.network.Architecture;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

/**
 * Between keypoints and belief maps, both ways (Wei et al., section 3.3: ideal belief maps are Gaussian peaks at the
 * part's place; the estimate is the map's peak).
 *
 * <p>Points are in input pixels. Maps are M × M cells in rows; the centre of cell (0, 0) is the middle of the first
 * stride × stride pixels, input point ((stride − 1) / 2, (stride − 1) / 2).
 *
 * @param mapSize M
 * @param stride input pixels a cell, on a side
 * @param sigma standard deviation of a peak in cells
 */
public record BeliefMapCodec(int mapSize, int stride, double sigma) {

    public static BeliefMapCodec of(Architecture architecture) {
        return new BeliefMapCodec(architecture.mapSize(), architecture.stride(), architecture.sigma());
    }

    /** The centre map that an architecture's network wants, see {@link #centreMap()}; empty where it wants none. */
    static float[] centreMap(Architecture architecture) {
        return architecture.hasCentreMap() ? of(architecture).centreMap() : new float[0];
    }

    /** Values in one map. */
    public int cells() {
        return mapSize * mapSize;
    }

    /**
     * Writes the ideal belief maps of one person: one map a part, then the background, which is 1 less the highest peak
     * at each cell. A part that is absent gives an empty map.
     *
     * @param parts where each part is, in input pixels
     * @param into (P + 1) × M × M values from {@code offset}
     */
    public void encode(List<Optional<Point>> parts, float[] into, int offset) {
        int background = offset + parts.size() * cells();
        java.util.Arrays.fill(into, background, background + cells(), 1f);
        for (int p = 0; p < parts.size(); p++) {
            int map = offset + p * cells();
            java.util.Arrays.fill(into, map, map + cells(), 0f);
            Optional<Point> part = parts.get(p);
            if (part.isEmpty()) {
                continue;
            }
            drawPeak(part.get(), into, map);
            for (int i = 0; i < cells(); i++) {
                into[background + i] = Math.min(into[background + i], 1 - into[map + i]);
            }
        }
    }

    /** The centre map: one peak in the middle of the input, where the subject is (section 3.2), M × M values. */
    public float[] centreMap() {
        float[] map = new float[cells()];
        double middle = (mapSize * stride - 1) / 2.0;
        new BeliefMapCodec(mapSize, stride, mapSize / 8.0).drawPeak(new Point(middle, middle), map, 0);
        return map;
    }

    private void drawPeak(Point point, float[] into, int map) {
        double cx = toCell(point.x());
        double cy = toCell(point.y());
        for (int y = 0; y < mapSize; y++) {
            for (int x = 0; x < mapSize; x++) {
                double squared = (x - cx) * (x - cx) + (y - cy) * (y - cy);
                into[map + y * mapSize + x] = (float) Math.exp(-squared / (2 * sigma * sigma));
            }
        }
    }

    /**
     * The peaks of one person's belief maps, in input pixels, refined within the cell: a Gaussian's logarithm is a
     * parabola, whose vertex three samples give exactly, and two where its width is known.
     *
     * @param maps at least {@code parts} × M × M values from {@code offset}; a background behind them is not read
     * @return one keypoint a part; the score is the peak's value cut to 0 to 1
     */
    public List<Keypoint> decode(float[] maps, int offset, int parts) {
        List<Keypoint> keypoints = new ArrayList<>(parts);
        for (int p = 0; p < parts; p++) {
            keypoints.add(peak(maps, offset + p * cells()));
        }
        return keypoints;
    }

    private Keypoint peak(float[] maps, int map) {
        int best = 0;
        for (int i = 1; i < cells(); i++) {
            if (maps[map + i] > maps[map + best]) {
                best = i;
            }
        }
        int x = best % mapSize;
        int y = best / mapSize;
        double value = maps[map + best];
        double dx = 0;
        double dy = 0;
        if (value > GaussianPeak.FAINT) {
            dx = GaussianPeak.offset(
                    sigma,
                    x > 0 ? maps[map + best - 1] : GaussianPeak.BEYOND,
                    value,
                    x < mapSize - 1 ? maps[map + best + 1] : GaussianPeak.BEYOND);
            dy = GaussianPeak.offset(
                    sigma,
                    y > 0 ? maps[map + best - mapSize] : GaussianPeak.BEYOND,
                    value,
                    y < mapSize - 1 ? maps[map + best + mapSize] : GaussianPeak.BEYOND);
        }
        return new Keypoint(toPixel(x + dx), toPixel(y + dy), Math.max(0, Math.min(1, value)));
    }

    private double toCell(double pixel) {
        return (pixel - (stride - 1) / 2.0) / stride;
    }

    private double toPixel(double cell) {
        return cell * stride + (stride - 1) / 2.0;
    }
}
