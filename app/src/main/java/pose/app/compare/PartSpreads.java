package pose.app.compare;

import java.util.List;
import java.util.stream.Stream;
import pose.skeleton.PoseDistance;
import pose.skeleton.Skeleton;

/** How far two looks at the same people are apart, part by part and over all parts. */
public final class PartSpreads {

    /**
     * One part's.
     *
     * @param pixels in the pictures' own
     * @param shares of the person's extent
     */
    public record PartSpread(String part, Spread pixels, Spread shares) {

        static PartSpread of(String part) {
            return new PartSpread(part, new Spread(), new Spread());
        }

        private void add(double distance, double share) {
            pixels.add(distance);
            shares.add(share);
        }
    }

    private static final String ALL = "all parts";

    private final List<PartSpread> parts;
    private final PartSpread all = PartSpread.of(ALL);
    private long people;

    public PartSpreads(Skeleton skeleton) {
        parts = skeleton.parts().stream().map(PartSpread::of).toList();
    }

    /** Adds a person. */
    public void add(PoseDistance distance) {
        people++;
        List<Double> shares = distance.shares();
        for (int p = 0; p < parts.size(); p++) {
            parts.get(p).add(distance.parts().get(p), shares.get(p));
            all.add(distance.parts().get(p), shares.get(p));
        }
    }

    public long people() {
        return people;
    }

    /** In skeleton order. */
    public List<PartSpread> parts() {
        return parts;
    }

    /** Each part of each person counted once. */
    public PartSpread all() {
        return all;
    }

    /** The parts and, last, all of them. */
    public List<PartSpread> rows() {
        return Stream.concat(parts.stream(), Stream.of(all)).toList();
    }
}
