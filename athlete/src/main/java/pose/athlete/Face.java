package pose.athlete;

/** Hair and face on the head, so that front, back and side can be told apart. */
final class Face {

    /** Half axes of the head in body heights: to the side, up, forwards. */
    static final Vec3 HEAD = new Vec3(0.046, 0.069, 0.057);

    private Face() {}

    static Material random(Dice dice, int skin, int hair, boolean bald) {
        boolean cap = dice.chance(0.16);
        double nape = dice.between(-0.75, -0.1);
        double fringe = dice.between(0.35, 0.62);
        boolean beard = dice.chance(0.2);
        int top = cap ? Tone.cloth(dice) : hair;
        int lips = Tone.mix(skin, 0x8C2B2B, 0.45);
        int dark = Tone.scale(skin, 0.35);
        int stubble = Tone.mix(skin, hair, 0.7);
        return (u, v, w) -> {
            double x = Math.abs(u / HEAD.x());
            double y = v / HEAD.y();
            double z = w / HEAD.z();
            boolean behind = z < 0.12 && y > nape + 0.5 * Math.max(0, z);
            if (((cap || !bald) && y > fringe + 0.12 * z) || (!bald && behind)) {
                return y > 0.25 ? top : hair;
            }
            if (z < 0.2) {
                return beard && y < -0.45 && z > -0.2 ? stubble : skin;
            }
            if (Math.hypot(x - 0.36, (y - 0.06) * 1.5) < 0.13) {
                return Math.hypot(x - 0.36, y - 0.06) < 0.07 ? 0x101010 : 0xE8E4DE;
            }
            if (Math.abs(y - 0.24) < 0.05 && x > 0.16 && x < 0.6) {
                return Tone.mix(dark, hair, 0.5);
            }
            if (Math.abs(y + 0.52) < 0.07 && x < 0.3) {
                return lips;
            }
            if (beard && y < -0.36) {
                return stubble;
            }
            return Math.hypot(x - 0.4, y - 0.06) < 0.24 ? Tone.scale(skin, 0.85) : skin;
        };
    }
}
