package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** How boxes lie to each other. */
public final class Boxes {

    private Boxes() {}

    static boolean anyHas(List<Box> boxes, Point point) {
        return boxes.stream().anyMatch(box -> box.contains(point));
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
        Box common = piece.common(by);
        if (common.area() == 0) {
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
}
