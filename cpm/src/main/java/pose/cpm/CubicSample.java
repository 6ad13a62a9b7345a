package pose.cpm;

/**
 * A map's value between its cells, by Catmull and Rom's cubic: at a cell's centre it is that cell's value, and a peak
 * between cells stays where it is, which linear interpolation would pull to the nearest.
 */
final class CubicSample {

    private static final int TAPS = 4;

    private final int[] cells = new int[TAPS * TAPS];
    private final float[] weights = new float[TAPS * TAPS];

    /** @param mapSize cells on a side; beyond the edge its value goes on */
    CubicSample(int mapSize, double x, double y) {
        int left = (int) Math.floor(x) - 1;
        int top = (int) Math.floor(y) - 1;
        double[] across = weights(x - Math.floor(x));
        double[] down = weights(y - Math.floor(y));
        for (int j = 0; j < TAPS; j++) {
            int row = clamp(top + j, mapSize) * mapSize;
            for (int i = 0; i < TAPS; i++) {
                cells[j * TAPS + i] = row + clamp(left + i, mapSize);
                weights[j * TAPS + i] = (float) (down[j] * across[i]);
            }
        }
    }

    private static int clamp(int cell, int mapSize) {
        return Math.max(0, Math.min(mapSize - 1, cell));
    }

    private static double[] weights(double t) {
        return new double[] {
            ((-t + 2) * t - 1) * t / 2,
            ((3 * t - 5) * t * t + 2) / 2,
            ((-3 * t + 4) * t + 1) * t / 2,
            (t - 1) * t * t / 2,
        };
    }

    float of(float[] maps, int offset) {
        float sum = 0;
        for (int k = 0; k < cells.length; k++) {
            sum += weights[k] * maps[offset + cells[k]];
        }
        return sum;
    }
}
