package pose.trainer;

import java.util.List;
import pose.cpm.Sighting;
import pose.cpm.SightingCodec;
import pose.cpm.network.Architecture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.crowd.CrowdView;

/** What a locator's maps should be for a batch of pictures. */
final class CrowdMaps implements Goal {

    private static final double UNIT = SightingCodec.UNIT_EXTENT;

    /** Input pixels of extent from which on peaks get wider. */
    private static final double WIDE = 110;

    /** The background is what the centres leave: it says nothing of its own. */
    private static final float BACKGROUND_WEIGHT = 0.25f;

    /** Errors of a logarithm are small beside those of beliefs. */
    private static final double EXTENT_WEIGHT = 4;

    private final SightingCodec codec;
    /** Cells of one map. */
    private final int cells;

    private final float[] ideal;
    private final float[] weight;

    CrowdMaps(Architecture architecture, int batch) {
        codec = SightingCodec.of(architecture);
        cells = Math.toIntExact(codec.cells().area());
        ideal = new float[batch * codec.values()];
        weight = new float[ideal.length];
    }

    /**
     * Draws picture {@code index}. The peaks of large people are wider, and would be most of the loss.
     *
     * @param peakWeight how much more a peak's values count than the rest: 1 + this × ideal
     */
    void draw(int index, CrowdView view, double peakWeight) {
        int centres = index * codec.values();
        int background = centres + cells;
        int extents = background + cells;
        List<Sighting> people = view.people().stream().map(CrowdMaps::sighting).toList();
        codec.encode(people, view.unknown(), ideal, weight, centres);
        for (int i = 0; i < cells; i++) {
            float belief = ideal[centres + i];
            double narrow = belief == 0 ? 1 : narrow(UNIT * Math.exp(ideal[extents + i]));
            weight[centres + i] *= (float) (1 + belief * ((1 + peakWeight) * narrow - 1));
            weight[background + i] *= BACKGROUND_WEIGHT;
            weight[extents + i] *= (float) (EXTENT_WEIGHT * narrow);
        }
    }

    /** What somebody's peak counts, that a wide one does not count as many times more as it has more cells. */
    private static double narrow(double extent) {
        return Math.sqrt(Math.min(1, WIDE / extent));
    }

    private static Sighting sighting(Box person) {
        // Boxes are edges; a sighting's centre is a point, whose zero is the first pixel's middle.
        Point centre = new Point(person.centre().x() - 0.5, person.centre().y() - 0.5);
        return new Sighting(centre, Math.max(1, person.extent()), 1);
    }

    @Override
    public float[] ideal() {
        return ideal;
    }

    @Override
    public float[] weight() {
        return weight;
    }
}
