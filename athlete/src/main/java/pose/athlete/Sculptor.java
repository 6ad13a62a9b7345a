package pose.athlete;

import pose.athlete.Solid.Ellipsoid;
import pose.athlete.Solid.TaperedLimb;

/** Puts solids into a relief, in its fine pixels. */
final class Sculptor {

    private static final int FINE = Relief.FINE;

    private final Relief relief;
    private final int width;
    private final int height;

    Sculptor(Relief relief) {
        this.relief = relief;
        width = relief.width();
        height = relief.height();
    }

    void add(Solid solid) {
        if (solid instanceof TaperedLimb limb) {
            add(limb);
        } else if (solid instanceof Ellipsoid ellipsoid) {
            add(ellipsoid);
        }
    }

    private void add(TaperedLimb limb) {
        double ax = relief.fineX(limb.from().x());
        double ay = relief.fineY(limb.from().y());
        double bx = relief.fineX(limb.to().x());
        double by = relief.fineY(limb.to().y());
        double az = FINE * limb.from().z();
        double bz = FINE * limb.to().z();
        double ux = bx - ax;
        double uy = by - ay;
        double length2 = ux * ux + uy * uy;
        double most = limb.profile().thickest() * FINE;
        int x0 = (int) Math.max(0, Math.min(ax, bx) - most);
        int x1 = (int) Math.min(width - 1, Math.ceil(Math.max(ax, bx) + most));
        int y1 = (int) Math.min(height - 1, Math.ceil(Math.max(ay, by) + most));
        for (int y = (int) Math.max(0, Math.min(ay, by) - most); y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double along = length2 < 1e-6 ? 0 : ((x - ax) * ux + (y - ay) * uy) / length2;
                along = along < 0 ? 0 : Math.min(along, 1);
                double dx = x - ax - along * ux;
                double dy = y - ay - along * uy;
                if (dx * dx + dy * dy < most * most) {
                    put(limb, x, y, along, dx, dy, az + along * (bz - az));
                }
            }
        }
        // Seen nearly end on, the nearer end hides the rest.
        if (length2 < 9 * most * most) {
            boolean far = bz > az;
            ball(limb, far ? bx : ax, far ? by : ay, far ? bz : az, far ? 1 : 0);
        }
    }

    private void ball(TaperedLimb limb, double cx, double cy, double z, double along) {
        double r = limb.profile().at(along) * FINE;
        for (int y = (int) Math.max(0, cy - r); y <= Math.min(height - 1, cy + r); y++) {
            for (int x = (int) Math.max(0, cx - r); x <= Math.min(width - 1, cx + r); x++) {
                put(limb, x, y, along, x - cx, y - cy, z);
            }
        }
    }

    private void put(TaperedLimb limb, int x, int y, double along, double dx, double dy, double axis) {
        double r = limb.profile().at(along) * FINE;
        double d2 = dx * dx + dy * dy;
        if (d2 >= r * r) {
            return;
        }
        double nz = Math.sqrt(1 - d2 / (r * r));
        double z = axis + r * nz;
        int i = y * width + x;
        if (relief.matters(i, z)) {
            int colour = 0;
            if (relief.shows(i, z)) {
                double way = dx * (limb.to().y() - limb.from().y())
                        - dy * (limb.to().x() - limb.from().x());
                colour = limb.material().at(along, Math.copySign(Math.sqrt(d2) / r, way), nz);
            }
            relief.put(i, z, dx / r, dy / r, colour);
        }
    }

    private void add(Ellipsoid e) {
        Vec3 a = e.left().times(1 / (e.size().x() * FINE));
        Vec3 b = e.up().times(1 / (e.size().y() * FINE));
        Vec3 c = e.front().times(1 / (e.size().z() * FINE));
        double cx = relief.fineX(e.centre().x());
        double cy = relief.fineY(e.centre().y());
        double reach = e.extent()[2] * FINE;
        // A place is (p, q, r) along the three axes, on the surface where its length is 1; k is the way to the viewer.
        double kk = a.z() * a.z() + b.z() * b.z() + c.z() * c.z();
        for (int y = (int) Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
            for (int x = (int) Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
                double dx = x - cx;
                double dy = y - cy;
                double p = a.x() * dx + a.y() * dy;
                double q = b.x() * dx + b.y() * dy;
                double r = c.x() * dx + c.y() * dy;
                double mk = p * a.z() + q * b.z() + r * c.z();
                double under = mk * mk - kk * (p * p + q * q + r * r - 1);
                if (under > 0) {
                    double t = (Math.sqrt(under) - mk) / kk;
                    int i = y * width + x;
                    double z = t + e.centre().z() * FINE;
                    if (relief.matters(i, z)) {
                        put(e, i, z, p + t * a.z(), q + t * b.z(), r + t * c.z());
                    }
                }
            }
        }
    }

    private void put(Ellipsoid e, int i, double z, double p, double q, double r) {
        double u = p / e.size().x();
        double v = q / e.size().y();
        double w = r / e.size().z();
        double nx = e.left().x() * u + e.up().x() * v + e.front().x() * w;
        double ny = e.left().y() * u + e.up().y() * v + e.front().y() * w;
        double nz = e.left().z() * u + e.up().z() * v + e.front().z() * w;
        double length = Math.max(1e-12, Math.sqrt(nx * nx + ny * ny + nz * nz));
        int colour = 0;
        if (relief.shows(i, z)) {
            Vec3 o = e.origin();
            double unit = 1 / e.pixels();
            colour = e.material()
                    .at(
                            o.x() + p * e.size().x() * unit,
                            o.y() + q * e.size().y() * unit,
                            o.z() + r * e.size().z() * unit);
        }
        relief.put(i, z, nx / length, ny / length, colour);
    }
}
