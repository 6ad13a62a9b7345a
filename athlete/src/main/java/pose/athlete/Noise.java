package pose.athlete;

/** Smooth value noise on a lattice of hashed corners. */
final class Noise {

    private Noise() {}

    /** 0 to 1, smooth over about one unit, with a repeatable value everywhere. */
    static double at(long seed, double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int ix = (int) fx;
        int iy = (int) fy;
        double tx = smooth(x - fx);
        double ty = smooth(y - fy);
        double top = corner(seed, ix, iy) * (1 - tx) + corner(seed, ix + 1, iy) * tx;
        double bottom = corner(seed, ix, iy + 1) * (1 - tx) + corner(seed, ix + 1, iy + 1) * tx;
        return top * (1 - ty) + bottom * ty;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double corner(long seed, int x, int y) {
        long h = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L;
        h ^= h >>> 32;
        return (h & 0xFFFF) / 65535.0;
    }
}
