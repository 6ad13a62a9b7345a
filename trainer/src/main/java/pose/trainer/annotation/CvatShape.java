package pose.trainer.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import pose.skeleton.Point;

/**
 * One {@code points} element of CVAT.
 *
 * @param label a part's name, or a person's label
 * @param group what belongs together; 0 where nothing is said
 * @param points at least one
 */
record CvatShape(String label, long group, Sight sight, List<Point> points) {

    CvatShape {
        points = List.copyOf(points);
    }

    /** Reads the element that a reader is at. */
    static CvatShape read(XMLStreamReader xml) {
        String label = need(xml, "label");
        boolean isOutside = flag(xml, "outside");
        Sight labelled = flag(xml, "occluded") ? Sight.HIDDEN : Sight.SEEN;
        return new CvatShape(
                label, whole(xml, "group_id"), isOutside ? Sight.UNLABELLED : labelled, points(need(xml, "points")));
    }

    /** The part that it is. */
    Mark mark() {
        if (points.size() != 1) {
            throw new IllegalArgumentException("'" + label + "' has " + points.size() + " places; a part has one");
        }
        return mark(0);
    }

    /** Place {@code p} of many. */
    Mark mark(int p) {
        Point point = points.get(p);
        boolean nowhere = sight == Sight.UNLABELLED && point.x() == 0 && point.y() == 0;
        return nowhere ? Mark.NONE : new Mark(sight, Optional.of(point));
    }

    static String need(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("<" + xml.getLocalName() + "> has no " + attribute);
        }
        return value;
    }

    private static boolean flag(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        if (value == null || value.equals("0")) {
            return false;
        }
        if (value.equals("1")) {
            return true;
        }
        throw new IllegalArgumentException(attribute + " is '" + value + "'; expected 0 or 1");
    }

    static long whole(XMLStreamReader xml, String attribute) {
        @Nullable String value = xml.getAttributeValue(null, attribute);
        try {
            return value == null ? 0 : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(attribute + " is '" + value + "'; expected a whole number", e);
        }
    }

    private static List<Point> points(String text) {
        List<Point> points = new ArrayList<>();
        for (String pair : text.split(";", -1)) {
            int comma = pair.indexOf(',');
            double x = comma < 0 ? Double.NaN : number(pair.substring(0, comma));
            double y = comma < 0 ? Double.NaN : number(pair.substring(comma + 1));
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "points has '" + (pair.length() > 40 ? pair.substring(0, 40) + "…" : pair) + "'; expected x,y");
            }
            points.add(new Point(x, y));
        }
        return points;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
