package pose.trainer;

import java.util.List;
import pose.cpm.Sighting;
import pose.cpm.SightingCodec;
import pose.cpm.network.Architecture;
import pose.skeleton.Box;
import pose.trainer.crowd.CrowdView;

/** What a locator's maps should be for a batch of pictures. */
final class CrowdMaps implements Goal {

    private final SightingCodec codec;
    /** Values of the map of centres, which comes first. */
    private final int centres;

    private final float[] ideal;
    private final float[] weight;

    CrowdMaps(Architecture architecture, int batch) {
        codec = SightingCodec.of(architecture);
        centres = Math.toIntExact(codec.cells().area());
        ideal = new float[batch * codec.values()];
        weight = new float[ideal.length];
    }

    /**
     * Draws picture {@code index}.
     *
     * @param peakWeight how much more a peak's values count than the rest: 1 + this × ideal
     */
    void draw(int index, CrowdView view, double peakWeight) {
        int offset = index * codec.values();
        List<Sighting> people = view.people().stream().map(CrowdMaps::sighting).toList();
        codec.encode(people, view.unknown(), ideal, weight, offset);
        for (int i = offset; i < offset + centres; i++) {
            weight[i] *= (float) (1 + peakWeight * ideal[i]);
        }
    }

    private static Sighting sighting(Box person) {
        Box edges = person;
        // Boxes are edges; a sighting's centre is a point, whose zero is the first pixel's middle.
        return new Sighting(
                new pose.skeleton.Point(edges.centre().x() - 0.5, edges.centre().y() - 0.5),
                Math.max(1, Math.max(edges.width(), edges.height())),
                1);
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
