package pose.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.Attention;
import pose.schema.RegionPoint;

/**
 * Whom to look at in a camera's pictures, as its frames carry it.
 *
 * @param region the corners, in order, of the polygon that a person's feet must be in: 3 to 64, whose sides do not cross; empty for the whole picture
 * @param minHeight how tall a person must be at least, as a share of the picture's height, 0 to 1
 * @param onlyPlayers whether those who do not play, by how little they move, are left out
 */
public record AttentionSettings(List<Corner> region, double minHeight, boolean onlyPlayers) {

    private static final int MOST_CORNERS = 64;

    /**
     * A corner of a region.
     *
     * @param x share of the picture's width, 0 its left edge, 1 its right one
     * @param y share of the picture's height, 0 its top edge, 1 its bottom one
     */
    public record Corner(double x, double y) {

        public Corner {
            check("x", x);
            check("y", y);
        }

        private static void check(String name, double share) {
            // Written so that NaN is refused as well.
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("region has a corner whose " + name + " is " + share
                        + "; allowed: 0 to 1, shares of the picture");
            }
        }

        /** Twice the area of the triangle that this and two others make, negative where they turn left. */
        private double turn(Corner second, Corner third) {
            return (second.x - x) * (third.y - y) - (second.y - y) * (third.x - x);
        }
    }

    public AttentionSettings {
        region = List.copyOf(region);
        if (!region.isEmpty() && (region.size() < 3 || region.size() > MOST_CORNERS)) {
            throw new IllegalArgumentException(
                    "region has " + region.size() + " corners; allowed: 3 to " + MOST_CORNERS);
        }
        if (sidesCross(region)) {
            throw new IllegalArgumentException(
                    "region has sides that cross; allowed: corners in the order in which they go round");
        }
        if (!region.isEmpty() && area(region) == 0) {
            throw new IllegalArgumentException("region has no area; allowed: corners that are not all on one line");
        }
        if (!(minHeight >= 0 && minHeight <= 1)) {
            throw new IllegalArgumentException(
                    "minHeight is " + minHeight + "; allowed: 0 to 1, a share of the picture's height");
        }
    }

    /** Everyone, wherever they are. */
    public static AttentionSettings everyone() {
        return new AttentionSettings(List.of(), 0, false);
    }

    /** As frames carry it; null where it is everyone. */
    @Nullable
    Attention carried() {
        return equals(everyone())
                ? null
                : new Attention(
                        region.stream()
                                .map(corner -> new RegionPoint(corner.x(), corner.y()))
                                .toList(),
                        minHeight,
                        onlyPlayers);
    }

    private static double area(List<Corner> corners) {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Corner next = corners.get((i + 1) % corners.size());
            twice += corners.get(i).x() * next.y() - next.x() * corners.get(i).y();
        }
        return Math.abs(twice) / 2;
    }

    private static boolean sidesCross(List<Corner> corners) {
        int n = corners.size();
        for (int i = 0; i < n; i++) {
            // The side before the first is its neighbour too.
            for (int j = i + 2; j < (i == 0 ? n - 1 : n); j++) {
                if (cross(corners.get(i), corners.get(i + 1), corners.get(j), corners.get((j + 1) % n))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(Corner from, Corner to, Corner otherFrom, Corner otherTo) {
        return from.turn(to, otherFrom) * from.turn(to, otherTo) < 0
                && otherFrom.turn(otherTo, from) * otherFrom.turn(otherTo, to) < 0;
    }
}
