package pose.athlete;

import java.awt.Color;
import java.util.List;

/** Colours packed as 0xRRGGBB. */
final class Tone {

    private static final List<Integer> SKIN =
            List.of(0xF1CDB4, 0xE4B596, 0xD9A27C, 0xC68A62, 0xA86B45, 0x8A5433, 0x6B3F26, 0x4A2C1C, 0xEBC0A4);
    private static final List<Integer> HAIR =
            List.of(0x14100E, 0x241A14, 0x3B2617, 0x5A3A22, 0x8A6238, 0xC49B5E, 0xA33B1E, 0x8C8C8C);

    private Tone() {}

    static int skin(Dice dice) {
        return scale(dice.pick(SKIN), dice.between(0.92, 1.06));
    }

    static int hair(Dice dice) {
        return dice.pick(HAIR);
    }

    /** Any colour at all. */
    static int any(Dice dice) {
        return hsb(dice.between(0, 1), dice.between(0, 0.95), dice.between(0.12, 1));
    }

    /** What sports clothes are made in: white, black, grey, navy or something bright. */
    static int cloth(Dice dice) {
        double kind = dice.between(0, 1);
        if (kind < 0.18) {
            return hsb(0, 0, dice.between(0.85, 1));
        }
        if (kind < 0.38) {
            return hsb(dice.between(0.55, 0.7), dice.between(0, 0.5), dice.between(0.08, 0.25));
        }
        if (kind < 0.5) {
            return hsb(dice.between(0, 1), 0.06, dice.between(0.3, 0.7));
        }
        return hsb(dice.between(0, 1), dice.between(0.4, 0.95), dice.between(0.35, 0.95));
    }

    /** Muted, as walls and grounds are. */
    static int muted(Dice dice) {
        return hsb(dice.between(0, 1), dice.between(0, 0.45), dice.between(0.2, 0.9));
    }

    static int hsb(double hue, double saturation, double brightness) {
        return Color.HSBtoRGB((float) hue, (float) saturation, (float) brightness) & 0xFFFFFF;
    }

    static int scale(int rgb, double by) {
        int r = (int) Math.min(255, ((rgb >> 16) & 255) * by);
        int g = (int) Math.min(255, ((rgb >> 8) & 255) * by);
        int b = (int) Math.min(255, (rgb & 255) * by);
        return (r << 16) | (g << 8) | b;
    }

    static int mix(int from, int to, double part) {
        int r = (int) (((from >> 16) & 255) * (1 - part) + ((to >> 16) & 255) * part);
        int g = (int) (((from >> 8) & 255) * (1 - part) + ((to >> 8) & 255) * part);
        int b = (int) ((from & 255) * (1 - part) + (to & 255) * part);
        return (r << 16) | (g << 8) | b;
    }
}
