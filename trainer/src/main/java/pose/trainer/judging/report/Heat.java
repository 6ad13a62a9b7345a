package pose.trainer.judging.report;

/** Beliefs as heat over a grey picture. */
final class Heat {

    private Heat() {}

    /**
     * The belief at a place of the map, between cells by what lies around.
     *
     * @param u across, 0 to 1
     * @param v down, 0 to 1
     */
    static double at(float[] beliefs, int mapSize, double u, double v) {
        double x = Math.max(0, Math.min(mapSize - 1.0, u * mapSize - 0.5));
        double y = Math.max(0, Math.min(mapSize - 1.0, v * mapSize - 0.5));
        int left = Math.min(mapSize - 2, (int) x);
        int top = Math.min(mapSize - 2, (int) y);
        double fx = x - left;
        double fy = y - top;
        int i = top * mapSize + left;
        double above = beliefs[i] * (1 - fx) + beliefs[i + 1] * fx;
        double below = beliefs[i + mapSize] * (1 - fx) + beliefs[i + mapSize + 1] * fx;
        return above * (1 - fy) + below * fy;
    }

    /** The pixel turned grey, with the heat of a belief over it. */
    static int over(int rgb, double belief) {
        double heat = Math.max(0, Math.min(1, belief));
        double grey = 0.75 * (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255));
        double opacity = Math.min(1, heat * 1.6);
        int red = blend(grey, ramp(heat, 0), opacity);
        int green = blend(grey, ramp(heat, 0.3), opacity);
        int blue = blend(grey, ramp(heat, 0.75), opacity);
        return red << 16 | green << 8 | blue;
    }

    /** 0 until {@code from}, then quickly up: red comes first, then green, which makes yellow, then blue: white. */
    private static double ramp(double heat, double from) {
        return 255 * Math.max(0, Math.min(1, (heat - from) * (from == 0 ? 4 : 2) + (from == 0 ? 0.35 : 0)));
    }

    private static int blend(double under, double over, double opacity) {
        return (int) Math.round(under * (1 - opacity) + over * opacity);
    }
}
