package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** How boxes lie to each other. */
public final class Boxes {

    private Boxes() {}

    static boolean has(Box box, Point point) {
        return point.x() >= box.x()
                && point.y() >= box.y()
                && point.x() < box.x() + box.width()
                && point.y() < box.y() + box.height();
    }

    static boolean anyHas(List<Box> boxes, Point point) {
        return boxes.stream().anyMatch(box -> has(box, point));
    }

    /** The part of a box that lies in another; of no area where they do not meet. */
    static Box common(Box a, Box b) {
        double left = Math.max(a.x(), b.x());
        double top = Math.max(a.y(), b.y());
        double right = Math.min(a.x() + a.width(), b.x() + b.width());
        double bottom = Math.min(a.y() + a.height(), b.y() + b.height());
        return new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    static double area(Box box) {
        return box.width() * box.height();
    }

    /** Intersection over union, 0 to 1. */
    public static double overlap(Box a, Box b) {
        double both = area(common(a, b));
        return both == 0 ? 0 : both / (area(a) + area(b) - both);
    }

    /** The same centre, width and height times {@code factor}. */
    static Box scaled(Box box, double factor) {
        Point centre = box.centre();
        double width = box.width() * factor;
        double height = box.height() * factor;
        return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    /** What these boxes leave of the whole, in boxes that do not overlap. */
    static List<Box> beside(Box whole, List<Box> boxes) {
        List<Box> left = new ArrayList<>(List.of(whole));
        for (Box box : boxes) {
            List<Box> next = new ArrayList<>();
            left.forEach(piece -> cut(piece, box, next));
            left = next;
        }
        return left;
    }

    private static void cut(Box piece, Box by, List<Box> into) {
        Box common = common(piece, by);
        if (area(common) == 0) {
            into.add(piece);
            return;
        }
        double right = common.x() + common.width();
        double bottom = common.y() + common.height();
        add(piece.x(), piece.y(), piece.x() + piece.width(), common.y(), into);
        add(piece.x(), bottom, piece.x() + piece.width(), piece.y() + piece.height(), into);
        add(piece.x(), common.y(), common.x(), bottom, into);
        add(right, common.y(), piece.x() + piece.width(), bottom, into);
    }

    private static void add(double left, double top, double right, double bottom, List<Box> into) {
        if (right > left && bottom > top) {
            into.add(new Box(left, top, right - left, bottom - top));
        }
    }

    /** The longer side: a person's extent. */
    public static double extent(Box box) {
        return Math.max(box.width(), box.height());
    }
}
