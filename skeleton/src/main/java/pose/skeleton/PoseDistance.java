package pose.skeleton;

import java.util.ArrayList;
import java.util.List;

/**
 * How far two poses of the same person are apart. What that means for the person depends on how large it is in the
 * picture, so distances are also told as shares of its extent.
 *
 * @param parts distance of each part in skeleton order, pixels
 * @param extent longer side of the first pose's keypoints' bounding box, pixels, at least 1
 */
public record PoseDistance(List<Double> parts, double extent) {

    public PoseDistance {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || !(extent >= 1)) {
            throw new IllegalArgumentException("a distance of " + parts.size() + " parts at an extent of " + extent
                    + "; allowed: at least 1 part and 1 pixel");
        }
    }

    /**
     * From the first pose to the second.
     *
     * @throws IllegalArgumentException where they have different numbers of parts, or none
     */
    public static PoseDistance between(Pose first, Pose second) {
        List<Keypoint> from = first.keypoints();
        List<Keypoint> to = second.keypoints();
        if (from.size() != to.size()) {
            throw new IllegalArgumentException(
                    "poses of " + from.size() + " and " + to.size() + " parts cannot be compared");
        }
        List<Double> parts = new ArrayList<>(from.size());
        for (int part = 0; part < from.size(); part++) {
            parts.add(Math.hypot(
                    from.get(part).x() - to.get(part).x(),
                    from.get(part).y() - to.get(part).y()));
        }
        return new PoseDistance(parts, extent(from));
    }

    private static double extent(List<Keypoint> keypoints) {
        double width = keypoints.stream().mapToDouble(Keypoint::x).max().orElse(0)
                - keypoints.stream().mapToDouble(Keypoint::x).min().orElse(0);
        double height = keypoints.stream().mapToDouble(Keypoint::y).max().orElse(0)
                - keypoints.stream().mapToDouble(Keypoint::y).min().orElse(0);
        return Math.max(1, Math.max(width, height));
    }

    /** Each part's distance as a share of the extent. */
    public List<Double> shares() {
        return parts.stream().map(distance -> distance / extent).toList();
    }

    /** The mean of the shares. */
    public double mean() {
        return parts.stream().mapToDouble(Double::doubleValue).average().orElse(0) / extent;
    }

    /** The largest of the shares. */
    public double largest() {
        return parts.stream().mapToDouble(Double::doubleValue).max().orElse(0) / extent;
    }
}
