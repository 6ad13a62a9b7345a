package pose.athlete;

/**
 * How the scene is lit and exposed.
 *
 * @param from where the light comes from as seen, of length 1: x right, y down, z towards the viewer
 * @param ambient light that falls everywhere
 * @param direct light from that direction
 * @param gain contrast around middle grey, per colour
 * @param lift brightness added, in grey levels
 * @param grain sensor noise, in grey levels
 */
record Light(Vec3 from, double ambient, double direct, Gain gain, double lift, double grain) {

    /** How much each colour is amplified, 1 leaves it as it is. */
    record Gain(double red, double green, double blue) {}

    static Light random(Dice dice) {
        double ambient = dice.between(0.4, 0.72);
        double contrast = dice.between(0.72, 1.15);
        return new Light(
                new Vec3(dice.between(-0.8, 0.8), dice.between(-0.9, -0.25), dice.between(0.2, 0.9)).unit(),
                ambient,
                1.08 - ambient + dice.between(-0.1, 0.12),
                new Gain(
                        contrast * dice.between(0.92, 1.08),
                        contrast * dice.between(0.96, 1.04),
                        contrast * dice.between(0.9, 1.08)),
                dice.between(-18, 24),
                dice.between(0, 7));
    }

    /**
     * How bright a surface with this normal is, as a factor on its colour.
     *
     * @param open how much of the direct light reaches it, 0 to 1
     */
    double on(double nx, double ny, double nz, double open) {
        double lambert = nx * from.x() + ny * from.y() + nz * from.z();
        double rim = 0.72 + 0.28 * Math.min(1, nz * 1.6);
        return (ambient * (0.8 + 0.2 * open) + direct * open * Math.max(0, lambert)) * rim;
    }

    /**
     * Exposes a whole picture, in place.
     *
     * @param bgr 8-bit blue, green, red
     * @param seconds the brightness drifts a little with time
     * @param grainSeed different for every frame
     */
    void expose(byte[] bgr, double seconds, long grainSeed) {
        double now = lift + 5 * Math.sin(0.8 * seconds + gain.red() * 40);
        byte[][] table = {table(gain.blue(), now), table(gain.green(), now), table(gain.red(), now)};
        long state = grainSeed | 1;
        int strength = (int) Math.round(grain * 256 / 74);
        for (int i = 0; i + 2 < bgr.length; i += 3) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            // The sum of two bytes: roughly bell-shaped, standard deviation 74 * sqrt(2).
            int noise = ((((byte) state) + ((byte) (state >> 8))) * strength) >> 9;
            bgr[i] = table[0][OFFSET + (bgr[i] & 255) + noise];
            bgr[i + 1] = table[1][OFFSET + (bgr[i + 1] & 255) + noise];
            bgr[i + 2] = table[2][OFFSET + (bgr[i + 2] & 255) + noise];
        }
    }

    private static final int OFFSET = 128;

    private static byte[] table(double gain, double lift) {
        byte[] table = new byte[256 + 2 * OFFSET];
        for (int i = 0; i < table.length; i++) {
            double value = (i - OFFSET - 128) * gain + 128 + lift;
            table[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return table;
    }
}
