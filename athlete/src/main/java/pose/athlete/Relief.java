package pose.athlete;

import java.util.Arrays;

/**
 * What one figure looks like before light falls on it: for every fine pixel the nearest surface's depth, colour and
 * normal. Where two surfaces meet at nearly the same depth their normals are blended, so that limbs grow out of the trunk
 * without a crease.
 */
final class Relief {

    /** Fine pixels a picture pixel, each way. */
    static final int FINE = 2;

    static final float NOTHING = Float.NEGATIVE_INFINITY;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float blend;
    private final float[] depth;
    private final int[] base;
    private final float[] normalX;
    private final float[] normalY;

    /**
     * Over part of a picture, in picture pixels.
     *
     * @param right exclusive; {@code bottom} likewise
     * @param blend over what difference in depth normals are blended, in picture pixels
     */
    Relief(int left, int top, int right, int bottom, double blend) {
        this.left = left;
        this.top = top;
        width = Math.max(0, right - left) * FINE;
        height = Math.max(0, bottom - top) * FINE;
        this.blend = (float) Math.max(1e-3, blend * FINE);
        depth = new float[width * height];
        Arrays.fill(depth, NOTHING);
        base = new int[width * height];
        normalX = new float[width * height];
        normalY = new float[width * height];
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double fineX(double x) {
        return (x + 0.5 - left) * FINE - 0.5;
    }

    double fineY(double y) {
        return (y + 0.5 - top) * FINE - 0.5;
    }

    /** Whether a surface at this depth would show at all, or at least soften what does. */
    boolean matters(int i, double z) {
        return z > depth[i] - blend;
    }

    boolean shows(int i, double z) {
        return z > depth[i];
    }

    /** Adds a surface whose normal points to the viewer; its colour is only used where it {@link #shows}. */
    void put(int i, double z, double nx, double ny, int colour) {
        float nearer = (float) z - depth[i];
        if (nearer >= blend) {
            normalX[i] = (float) nx;
            normalY[i] = (float) ny;
        } else {
            float t = 0.5f + 0.5f * nearer / blend;
            float part = t * t * (3 - 2 * t);
            normalX[i] += part * ((float) nx - normalX[i]);
            normalY[i] += part * ((float) ny - normalY[i]);
        }
        if (nearer > 0) {
            depth[i] = (float) z;
            base[i] = colour;
        }
    }

    boolean empty(int i) {
        return depth[i] == NOTHING;
    }

    /** The lit colour of one fine pixel, 0xRRGGBB. */
    int lit(int x, int y, Light light) {
        int i = y * width + x;
        double nx = normalX[i];
        double ny = normalY[i];
        double nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
        return Tone.scale(base[i], light.on(nx, ny, nz, shade(x, y, light.from())));
    }

    /** How much of the direct light gets past the rest of the figure, 0 to 1, looked up along a few steps towards it. */
    private double shade(int x, int y, Vec3 from) {
        float here = depth[y * width + x];
        double open = 1;
        for (double step = 1.5; step < 8; step *= 1.7) {
            double reach = step * blend;
            int sx = x + (int) (from.x() * reach);
            int sy = y + (int) (from.y() * reach);
            if (sx < 0 || sy < 0 || sx >= width || sy >= height) {
                break;
            }
            double above = depth[sy * width + sx] - (here + from.z() * reach);
            if (above > 0) {
                open -= 0.5 * Math.min(1, above / blend);
            }
        }
        return Math.max(0.15, open);
    }
}
