package pose.athlete;

/** The colour of a surface before light falls on it. */
@FunctionalInterface
interface Material {

    /**
     * The colour at one place, 0xRRGGBB.
     *
     * @param u on a limb 0 to 1 along it; on an ellipsoid to the person's left, in body heights
     * @param v on a limb −1 to 1 across it as seen; on an ellipsoid upwards, in body heights
     * @param w on a limb 0 to 1 towards the viewer; on an ellipsoid forwards, in body heights
     */
    int at(double u, double v, double w);

    static Material plain(int rgb) {
        return (u, v, w) -> rgb;
    }

    /** The same with the folds and stains of cloth. */
    default Material creased(long seed, double depth, double size) {
        return (u, v, w) ->
                Tone.scale(at(u, v, w), 1 - depth + 2 * depth * Noise.at(seed, u / size, (v + 0.6 * w) / size));
    }
}
