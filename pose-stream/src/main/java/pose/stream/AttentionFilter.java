package pose.stream;

import java.util.List;
import pose.cpm.Sighting;
import pose.schema.Attention;
import pose.schema.Frame;
import pose.schema.RegionPoint;

/** Whom of those in a picture its camera is about, before anyone's pose is looked at. */
final class AttentionFilter {

    private AttentionFilter() {}

    /**
     * Those of a frame who are tall enough and whose feet are inside the region, in the same order. The feet are the middle of
     * the lower edge of {@link Sighting#box}, or of the picture where that is cut by it.
     */
    static List<Sighting> keep(Frame frame, List<Sighting> people) {
        Attention attention = frame.getAttention();
        return attention == null
                ? people
                : people.stream()
                        .filter(person -> isTallEnough(person, attention, frame) && isInside(person, attention, frame))
                        .toList();
    }

    private static boolean isTallEnough(Sighting person, Attention attention, Frame frame) {
        return person.extent() >= attention.getMinHeight() * frame.getHeight();
    }

    private static boolean isInside(Sighting person, Attention attention, Frame frame) {
        List<RegionPoint> region = attention.getRegion();
        // From pixels' centres to shares of the picture.
        double x = (person.centre().x() + 0.5) / frame.getWidth();
        double y = (person.centre().y() + person.extent() / 2 + 0.5) / frame.getHeight();
        return region.isEmpty() || isInside(region, clamped(x), clamped(y));
    }

    private static double clamped(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** Counts the sides that a ray to the left crosses; what lies on a side is inside. */
    private static boolean isInside(List<RegionPoint> region, double x, double y) {
        boolean inside = false;
        RegionPoint from = region.get(region.size() - 1);
        for (RegionPoint to : region) {
            double turn = (to.getX() - from.getX()) * (y - from.getY()) - (to.getY() - from.getY()) * (x - from.getX());
            if (turn == 0 && isBetween(from.getX(), x, to.getX()) && isBetween(from.getY(), y, to.getY())) {
                return true;
            }
            boolean downwards = from.getY() <= y && y < to.getY();
            boolean upwards = to.getY() <= y && y < from.getY();
            if ((downwards && turn < 0) || (upwards && turn > 0)) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }

    private static boolean isBetween(double one, double value, double other) {
        return Math.min(one, other) <= value && value <= Math.max(one, other);
    }
}
