package pose.athlete;

import java.util.Comparator;
import java.util.List;

/** One figure laid smoothly over a picture. */
final class Layer {

    private static final int FINE = Relief.FINE;

    /** Over how much depth surfaces grow together, in body heights. */
    private static final double BLEND = 0.02;

    private Layer() {}

    /**
     * Draws a figure over a picture of 8-bit blue, green, red.
     *
     * @param scale pixels a body height
     */
    static void paint(List<Solid> solids, double scale, Light light, byte[] bgr, int width, int height) {
        double left = width;
        double top = height;
        double right = 0;
        double bottom = 0;
        for (Solid solid : solids) {
            double[] e = solid.extent();
            left = Math.min(left, e[0] - e[2]);
            right = Math.max(right, e[0] + e[2]);
            top = Math.min(top, e[1] - e[2]);
            bottom = Math.max(bottom, e[1] + e[2]);
        }
        Relief relief = new Relief(
                (int) Math.max(0, left - 1),
                (int) Math.max(0, top - 1),
                (int) Math.min(width, right + 2),
                (int) Math.min(height, bottom + 2),
                BLEND * scale);
        Sculptor sculptor = new Sculptor(relief);
        // From near to far: most of what is hidden is then passed over at once.
        solids.stream()
                .sorted(Comparator.comparingDouble(Solid::nearness).reversed())
                .forEach(sculptor::add);
        for (int y = 0; y < relief.height(); y += FINE) {
            for (int x = 0; x < relief.width(); x += FINE) {
                int at = ((relief.top() + y / FINE) * width + relief.left() + x / FINE) * 3;
                lay(relief, x, y, light, bgr, at);
            }
        }
    }

    /** Mixes one picture pixel from its fine pixels and, where they are empty, what was there before. */
    private static void lay(Relief relief, int x, int y, Light light, byte[] bgr, int at) {
        int covered = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int k = 0; k < FINE * FINE; k++) {
            int fx = x + k % FINE;
            int fy = y + k / FINE;
            if (!relief.empty(fy * relief.width() + fx)) {
                int c = relief.lit(fx, fy, light);
                covered++;
                r += (c >> 16) & 255;
                g += (c >> 8) & 255;
                b += c & 255;
            }
        }
        if (covered > 0) {
            int rest = FINE * FINE - covered;
            bgr[at] = (byte) ((b + rest * (bgr[at] & 255)) / (FINE * FINE));
            bgr[at + 1] = (byte) ((g + rest * (bgr[at + 1] & 255)) / (FINE * FINE));
            bgr[at + 2] = (byte) ((r + rest * (bgr[at + 2] & 255)) / (FINE * FINE));
        }
    }
}
