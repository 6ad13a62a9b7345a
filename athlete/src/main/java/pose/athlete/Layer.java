package pose.athlete;

import java.util.List;
import pose.athlete.Solid.Ellipsoid;
import pose.athlete.Solid.TaperedLimb;

/** One figure, drawn with a depth buffer at twice the picture's resolution, then laid smoothly over the picture. */
final class Layer {

    private static final int FINE = 2;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int[] colour;
    private final float[] depth;
    private final Light light;

    /** A layer over the part of a picture of this size that the solids can reach. */
    private Layer(int left, int top, int right, int bottom, Light light) {
        this.left = left;
        this.top = top;
        width = Math.max(0, right - left) * FINE;
        height = Math.max(0, bottom - top) * FINE;
        colour = new int[width * height];
        depth = new float[width * height];
        java.util.Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        this.light = light;
    }

    /** Draws the solids over a picture of 8-bit blue, green, red. */
    static void paint(List<Solid> solids, Light light, byte[] bgr, int pictureWidth, int pictureHeight) {
        double left = pictureWidth;
        double top = pictureHeight;
        double right = 0;
        double bottom = 0;
        for (Solid solid : solids) {
            double[] e = solid.extent();
            left = Math.min(left, e[0] - e[2]);
            right = Math.max(right, e[0] + e[2]);
            top = Math.min(top, e[1] - e[2]);
            bottom = Math.max(bottom, e[1] + e[2]);
        }
        Layer layer = new Layer(
                (int) Math.max(0, left - 1),
                (int) Math.max(0, top - 1),
                (int) Math.min(pictureWidth, right + 2),
                (int) Math.min(pictureHeight, bottom + 2),
                light);
        for (Solid solid : solids) {
            if (solid instanceof TaperedLimb limb) {
                layer.draw(limb);
            } else if (solid instanceof Ellipsoid ellipsoid) {
                layer.draw(ellipsoid);
            }
        }
        layer.lay(bgr, pictureWidth);
    }

    private double fineX(double x) {
        return (x + 0.5 - left) * FINE - 0.5;
    }

    private double fineY(double y) {
        return (y + 0.5 - top) * FINE - 0.5;
    }

    private void draw(TaperedLimb limb) {
        double ax = fineX(limb.from().x());
        double ay = fineY(limb.from().y());
        double bx = fineX(limb.to().x());
        double by = fineY(limb.to().y());
        double ux = bx - ax;
        double uy = by - ay;
        double length2 = ux * ux + uy * uy;
        double most = limb.thickest() * FINE;
        int x1 = (int) Math.min(width - 1, Math.ceil(Math.max(ax, bx) + most));
        int y1 = (int) Math.min(height - 1, Math.ceil(Math.max(ay, by) + most));
        int x0 = (int) Math.max(0, Math.min(ax, bx) - most);
        for (int y = (int) Math.max(0, Math.min(ay, by) - most); y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double along = length2 < 1e-6 ? 0 : ((x - ax) * ux + (y - ay) * uy) / length2;
                along = along < 0 ? 0 : Math.min(along, 1);
                double dx = x - ax - along * ux;
                double dy = y - ay - along * uy;
                double d2 = dx * dx + dy * dy;
                if (d2 < most * most) {
                    double z = FINE
                            * (limb.from().z()
                                    + along * (limb.to().z() - limb.from().z()));
                    round(limb, x, y, along, dx, dy, d2, z);
                }
            }
        }
        // Seen nearly end on, the nearer end hides the rest.
        if (length2 < 9 * most * most) {
            boolean far = limb.to().z() > limb.from().z();
            ball(limb, far ? bx : ax, far ? by : ay, far ? 1 : 0);
        }
    }

    private void ball(TaperedLimb limb, double cx, double cy, double along) {
        double r = limb.radius(along) * FINE;
        double z = FINE * (along > 0.5 ? limb.to().z() : limb.from().z());
        for (int y = (int) Math.max(0, cy - r); y <= Math.min(height - 1, cy + r); y++) {
            for (int x = (int) Math.max(0, cx - r); x <= Math.min(width - 1, cx + r); x++) {
                double dx = x - cx;
                double dy = y - cy;
                round(limb, x, y, along, dx, dy, dx * dx + dy * dy, z);
            }
        }
    }

    private void round(TaperedLimb limb, int x, int y, double along, double dx, double dy, double d2, double axisZ) {
        double r = limb.radius(along) * FINE;
        if (d2 >= r * r) {
            return;
        }
        double nz = Math.sqrt(1 - d2 / (r * r));
        double z = axisZ + r * nz;
        int i = y * width + x;
        if (z > depth[i]) {
            depth[i] = (float) z;
            double side = Math.copySign(
                    Math.sqrt(d2) / r,
                    dx * (limb.to().y() - limb.from().y())
                            - dy * (limb.to().x() - limb.from().x()));
            colour[i] = 0xFF000000 | Tone.scale(limb.material().at(along, side, nz), light.on(dx / r, dy / r, nz));
        }
    }

    private void draw(Ellipsoid e) {
        Vec3 a = e.left().times(1 / (e.size().x() * FINE));
        Vec3 b = e.up().times(1 / (e.size().y() * FINE));
        Vec3 c = e.front().times(1 / (e.size().z() * FINE));
        double cx = fineX(e.centre().x());
        double cy = fineY(e.centre().y());
        double reach = e.extent()[2] * FINE;
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
                if (under <= 0) {
                    continue;
                }
                double z = (Math.sqrt(under) - mk) / kk;
                int i = y * width + x;
                double fullZ = z + e.centre().z() * FINE;
                if (fullZ > depth[i]) {
                    depth[i] = (float) fullZ;
                    colour[i] = 0xFF000000 | surface(e, a, b, c, p + z * a.z(), q + z * b.z(), r + z * c.z());
                }
            }
        }
    }

    private int surface(Ellipsoid e, Vec3 a, Vec3 b, Vec3 c, double p, double q, double r) {
        // The vertical part of the normal is damped: stacked ellipsoids then read as one trunk.
        double v = q * 0.5;
        double nx = a.x() * p + b.x() * v + c.x() * r;
        double ny = a.y() * p + b.y() * v + c.y() * r;
        double nz = a.z() * p + b.z() * v + c.z() * r;
        double length = Math.max(1e-12, Math.sqrt(nx * nx + ny * ny + nz * nz));
        int base = e.material()
                .at(
                        e.origin().x() + p * e.size().x() / e.pixels(),
                        e.origin().y() + q * e.size().y() / e.pixels(),
                        e.origin().z() + r * e.size().z() / e.pixels());
        return Tone.scale(base, light.on(nx / length, ny / length, nz / length));
    }

    private void lay(byte[] bgr, int pictureWidth) {
        for (int y = 0; y < height; y += FINE) {
            for (int x = 0; x < width; x += FINE) {
                int covered = 0;
                int r = 0;
                int g = 0;
                int b = 0;
                for (int k = 0; k < FINE * FINE; k++) {
                    int c = colour[(y + k / FINE) * width + x + k % FINE];
                    if (c != 0) {
                        covered++;
                        r += (c >> 16) & 255;
                        g += (c >> 8) & 255;
                        b += c & 255;
                    }
                }
                if (covered > 0) {
                    int at = ((top + y / FINE) * pictureWidth + left + x / FINE) * 3;
                    int rest = FINE * FINE - covered;
                    bgr[at] = (byte) ((b + rest * (bgr[at] & 255)) / (FINE * FINE));
                    bgr[at + 1] = (byte) ((g + rest * (bgr[at + 1] & 255)) / (FINE * FINE));
                    bgr[at + 2] = (byte) ((r + rest * (bgr[at + 2] & 255)) / (FINE * FINE));
                }
            }
        }
    }
}
