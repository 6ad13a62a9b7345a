package pose.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Map;

/**
 * Capitals and digits drawn as strokes. A machine without fonts, as containers are, draws the same pictures as any other.
 */
final class Lettering {

    private static final double GRID_WIDTH = 4;
    private static final double GRID_HEIGHT = 6;

    /** From one character's left edge to the next one's. */
    private static final double ADVANCE = 5.6;

    private static final double STROKE = 0.95;

    /** Strokes through the points of a grid 4 wide and 6 high, from the top left: two digits a point, strokes apart by a slash. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry(' ', ""),
            Map.entry('-', "03 43"),
            Map.entry('0', "10 30 41 45 36 16 05 01 10"),
            Map.entry('1', "11 20 26"),
            Map.entry('2', "01 10 30 41 42 06 46"),
            Map.entry('3', "00 40 22 32 43 45 36 16 05"),
            Map.entry('4', "36 30 04 44"),
            Map.entry('5', "40 00 02 32 43 45 36 06"),
            Map.entry('6', "41 30 10 01 05 16 36 45 44 33 13 04"),
            Map.entry('7', "00 40 16"),
            Map.entry('8', "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33"),
            Map.entry('9', "05 16 36 45 41 30 10 01 02 13 33 42"),
            Map.entry('C', "41 30 10 01 05 16 36 45"),
            Map.entry('D', "00 20 42 44 26 06 00"),
            Map.entry('E', "40 00 06 46/03 33"),
            Map.entry('F', "40 00 06/03 33"),
            Map.entry('L', "00 06 46"),
            Map.entry('N', "06 00 46 40"),
            Map.entry('O', "10 30 41 45 36 16 05 01 10"),
            Map.entry('R', "06 00 30 41 42 33 03/23 46"),
            Map.entry('S', "41 30 10 01 02 13 33 44 45 36 16 05"),
            Map.entry('T', "00 40/20 26"),
            Map.entry('U', "00 05 16 36 45 40"));

    private Lettering() {}

    /** How wide a text is, in pixels, when its capitals are this high. */
    static double width(String text, double height) {
        return (Math.max(0, text.length() - 1) * ADVANCE + GRID_WIDTH) * height / GRID_HEIGHT;
    }

    /**
     * Draws a text.
     *
     * @param left of the first stroke
     * @param top of the capitals
     * @throws IllegalArgumentException where it has a character that cannot be drawn
     */
    static void draw(Graphics2D graphics, String text, double left, double top, double height, Color colour) {
        double unit = height / GRID_HEIGHT;
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) (STROKE * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < text.length(); i++) {
            graphics.draw(path(text.charAt(i), left + i * ADVANCE * unit, top, unit));
        }
    }

    private static Path2D path(char letter, double left, double top, double unit) {
        String strokes = STROKES.get(letter);
        if (strokes == null) {
            throw new IllegalArgumentException("'" + letter + "' cannot be drawn");
        }
        Path2D path = new Path2D.Double();
        for (int at = 0; at + 1 < strokes.length(); at += 3) {
            double x = left + (strokes.charAt(at) - '0') * unit;
            double y = top + (strokes.charAt(at + 1) - '0') * unit;
            if (at == 0 || strokes.charAt(at - 1) == '/') {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
