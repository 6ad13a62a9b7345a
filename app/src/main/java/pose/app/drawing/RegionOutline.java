package pose.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.schema.Attention;
import pose.schema.RegionPoint;

/** Draws the outline of the region that a camera is about. */
public final class RegionOutline {

    private static final double WIDTH_PER_HEIGHT = 1.0 / 300;
    private static final float DASH = 5;

    private RegionOutline() {}

    /** Draws it; nothing where there is no region. */
    public static void paint(BufferedImage picture, @Nullable Attention attention) {
        if (attention == null || attention.getRegion().isEmpty()) {
            return;
        }
        Path2D outline = outline(picture, attention.getRegion());
        float width = (float) Math.max(1, picture.getHeight() * WIDTH_PER_HEIGHT);
        Graphics2D graphics = Canvas.of(picture);
        try {
            graphics.setStroke(new BasicStroke(2 * width));
            graphics.setColor(new Color(0, 0, 0, 120));
            graphics.draw(outline);
            graphics.setStroke(new BasicStroke(
                    width,
                    BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_ROUND,
                    1,
                    new float[] {DASH * width, DASH * width},
                    0));
            graphics.setColor(Color.WHITE);
            graphics.draw(outline);
        } finally {
            graphics.dispose();
        }
    }

    private static Path2D outline(BufferedImage picture, List<RegionPoint> corners) {
        Path2D outline = new Path2D.Double();
        for (RegionPoint corner : corners) {
            // Shares count from the picture's edge, half a pixel before the first pixel's centre.
            double x = corner.getX() * picture.getWidth() - 0.5;
            double y = corner.getY() * picture.getHeight() - 0.5;
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(x, y);
            } else {
                outline.lineTo(x, y);
            }
        }
        outline.closePath();
        return outline;
    }
}
