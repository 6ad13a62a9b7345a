package pose.app.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures to draw on in our coordinates, with smooth edges. */
final class Canvas {

    private Canvas() {}

    /** What draws on a picture; to be disposed of. */
    static Graphics2D of(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        // A pixel's centre is a whole number in our coordinates and ends in a half in Java2D's.
        graphics.translate(0.5, 0.5);
        return graphics;
    }
}
