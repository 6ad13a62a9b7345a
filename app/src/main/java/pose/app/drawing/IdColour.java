package pose.app.drawing;

import java.awt.Color;

/**
 * A colour an id, always the same for the same id. Hues go round by the golden ratio, so that ids that follow each other are far
 * apart and none repeats; the greens that grass has are left out, and lightness changes with every id too. Computed in OKLCH
 * (Ottosson, 2020), where equal steps look equal.
 */
public final class IdColour {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Where on the way round id 0 is: the one person of many clips, id 1, gets amber. */
    private static final long FIRST = 7;

    /** Hues, in degrees, between which grass lies. */
    private static final double GRASS_FROM = 95;

    private static final double GRASS_TO = 165;

    private static final double[] LIGHTNESS = {0.62, 0.70, 0.78};

    private static final double MOST_CHROMA = 0.22;
    private static final double CHROMA_STEP = 0.005;

    private IdColour() {}

    /** The colour of a track's id; any number has one. */
    public static Color of(long id) {
        double turns = (id + FIRST) * GOLDEN;
        double turn = turns - Math.floor(turns);
        double hue = Math.toRadians(GRASS_TO + turn * (360 - (GRASS_TO - GRASS_FROM)));
        double lightness = LIGHTNESS[(int) Math.floorMod(id + FIRST, (long) LIGHTNESS.length)];
        double[] rgb = rgb(lightness, MOST_CHROMA, hue);
        for (double chroma = MOST_CHROMA; !isShown(rgb) && chroma > 0; chroma -= CHROMA_STEP) {
            rgb = rgb(lightness, chroma, hue);
        }
        return new Color(level(rgb[0]), level(rgb[1]), level(rgb[2]));
    }

    /** Black or white, whichever can be read on a colour (WCAG 2.1, relative luminance). */
    public static Color inkOn(Color colour) {
        double luminance = 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
        return luminance > 0.18 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Linear red, green and blue; beyond 0 to 1 where screens cannot show the colour. */
    private static double[] rgb(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cubed(double value) {
        return value * value * value;
    }

    private static boolean isShown(double[] rgb) {
        for (double channel : rgb) {
            if (channel < 0 || channel > 1) {
                return false;
            }
        }
        return true;
    }

    private static int level(double linear) {
        double share = Math.max(0, Math.min(1, linear));
        double gamma = share <= 0.0031308 ? 12.92 * share : 1.055 * Math.pow(share, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * gamma);
    }
}
