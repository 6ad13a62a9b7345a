package pose.athlete;

import pose.skeleton.Point;

/**
 * Weak perspective: every part of one athlete at the same scale.
 *
 * @param orientation of the body against the viewer
 * @param focus the place in space that is seen at (x, y)
 * @param scale pixels a body height
 * @param x picture pixels
 * @param y picture pixels
 */
record Camera(Turn orientation, Vec3 focus, double scale, double x, double y) {

    /** A place as seen: x right and y down in picture pixels, z towards the viewer in pixels. */
    Vec3 see(Vec3 place) {
        Vec3 v = orientation.of(place.minus(focus));
        return new Vec3(x + scale * v.x(), y - scale * v.y(), scale * v.z());
    }

    /** A direction as seen, its length kept. */
    Vec3 direction(Vec3 d) {
        Vec3 v = orientation.of(d);
        return new Vec3(v.x(), -v.y(), v.z());
    }

    Point point(Vec3 place) {
        Vec3 v = see(place);
        return new Point(v.x(), v.y());
    }
}
