package pose.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * A few letters on a plate of their own, to be read on whatever is behind.
 *
 * @param text digits and capitals, see {@link Lettering}
 * @param colour of the plate; of its rim only, where it is hollow
 * @param hollow whether the plate is dark: for what stands back
 */
record Tag(String text, Color colour, boolean hollow) {

    private static final Color DARK = new Color(20, 20, 20, 200);
    private static final double LETTERS_PER_PICTURE = 1.0 / 48;
    private static final double SMALLEST = 8;
    private static final double LARGEST = 30;

    /** Room around the letters, by their height. */
    private static final double PADDING = 0.45;

    /** How high letters on a picture are, in pixels. */
    private static double letters(BufferedImage picture) {
        return Math.max(SMALLEST, Math.min(LARGEST, picture.getHeight() * LETTERS_PER_PICTURE));
    }

    /** How high a plate on a picture is, in pixels. */
    static double height(BufferedImage picture) {
        return letters(picture) * (1 + 2 * PADDING);
    }

    /** The plate, with its top left corner there. */
    Rectangle2D plate(BufferedImage picture, double left, double top) {
        double letters = letters(picture);
        return new Rectangle2D.Double(
                left, top, Lettering.width(text, letters) + 2 * PADDING * letters, height(picture));
    }

    /** Draws it where {@link #plate} said. */
    void paint(Graphics2D graphics, BufferedImage picture, Rectangle2D plate) {
        double letters = letters(picture);
        double round = letters * 0.6;
        var shape = new RoundRectangle2D.Double(
                plate.getX(), plate.getY(), plate.getWidth(), plate.getHeight(), round, round);
        graphics.setColor(hollow ? DARK : colour);
        graphics.fill(shape);
        graphics.setStroke(new BasicStroke((float) Math.max(1, letters / 8)));
        graphics.setColor(hollow ? colour : DARK);
        graphics.draw(shape);
        Lettering.draw(
                graphics,
                text,
                plate.getX() + PADDING * letters,
                plate.getY() + PADDING * letters,
                letters,
                hollow ? Color.WHITE : IdColour.inkOn(colour));
    }
}
