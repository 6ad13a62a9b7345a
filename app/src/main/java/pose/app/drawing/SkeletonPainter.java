package pose.app.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.Skeleton.Limb;

/**
 * Draws people as lines and dots: what is on the person's right in one colour, on the left in another, what is in the
 * middle in a third. The weaker the belief in a part, the fainter it is drawn.
 */
public final class SkeletonPainter {

    static final Color RIGHT = new Color(255, 130, 30);
    static final Color LEFT = new Color(40, 150, 255);
    static final Color MIDDLE = new Color(90, 220, 90);

    /** Belief maps of trained networks peak near 1 where a part is plain to see; from this score on, all is opaque. */
    private static final double SURE = 0.5;

    /** Even what is hardly believed stays visible. */
    private static final double FAINTEST = 0.12;

    private static final double LINE_PER_HEIGHT = 1.0 / 70;
    private static final double THINNEST_LINE = 1.5;

    /** What is traced is this much of a line. */
    private static final double THIN = 0.45;

    private final Skeleton skeleton;
    private final @Nullable Color only;

    public SkeletonPainter(Skeleton skeleton) {
        this.skeleton = skeleton;
        this.only = null;
    }

    /** Draws everything in one colour, to tell people apart rather than sides. */
    public SkeletonPainter(Skeleton skeleton, Color only) {
        this.skeleton = skeleton;
        this.only = only;
    }

    /**
     * Draws one person onto the picture.
     *
     * @param keypoints one a part of the skeleton, in the picture's pixels; may lie outside it
     * @throws IllegalArgumentException where there are more or fewer keypoints than parts
     */
    public void paint(BufferedImage picture, List<Keypoint> keypoints) {
        requireParts(keypoints);
        Graphics2D graphics = Canvas.of(picture);
        try {
            double line = lineWidth(keypoints);
            skeleton.limbs().forEach(limb -> limb(graphics, limb, keypoints, line));
            for (int part = 0; part < keypoints.size(); part++) {
                dot(graphics, skeleton.parts().get(part), keypoints.get(part), line);
            }
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Draws one person as thin lines, without dots: what stands back behind something else.
     *
     * @param keypoints as {@link #paint} takes them
     */
    public void trace(BufferedImage picture, List<Keypoint> keypoints) {
        requireParts(keypoints);
        Graphics2D graphics = Canvas.of(picture);
        try {
            graphics.setStroke(round(Math.max(1, lineWidth(keypoints) * THIN)));
            for (Limb limb : skeleton.limbs()) {
                Keypoint from = keypoints.get(limb.from());
                Keypoint to = keypoints.get(limb.to());
                graphics.setColor(faded(colourOf(limb), Math.min(from.score(), to.score())));
                graphics.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
            }
        } finally {
            graphics.dispose();
        }
    }

    private void requireParts(List<Keypoint> keypoints) {
        if (keypoints.size() != skeleton.size()) {
            throw new IllegalArgumentException(keypoints.size() + " keypoints for the " + skeleton.size()
                    + " parts of skeleton " + skeleton.name());
        }
    }

    private static double lineWidth(List<Keypoint> keypoints) {
        Box around = Box.around(keypoints.stream().map(Keypoint::point).toList());
        return Math.max(THINNEST_LINE, around.extent() * LINE_PER_HEIGHT);
    }

    private void limb(Graphics2D graphics, Limb limb, List<Keypoint> keypoints, double width) {
        Keypoint from = keypoints.get(limb.from());
        Keypoint to = keypoints.get(limb.to());
        Color colour = colourOf(limb);
        double score = Math.min(from.score(), to.score());
        Line2D line = new Line2D.Double(from.x(), from.y(), to.x(), to.y());
        // A dark seam keeps the line apart from a background of its own colour.
        graphics.setStroke(round(width * 1.8));
        graphics.setColor(faded(Color.BLACK, score * 0.5));
        graphics.draw(line);
        graphics.setStroke(round(width));
        graphics.setColor(faded(colour, score));
        graphics.draw(line);
    }

    private void dot(Graphics2D graphics, String part, Keypoint at, double line) {
        Point c = at.point();
        double radius = line * 1.3;
        Ellipse2D dot = new Ellipse2D.Double(c.x() - radius, c.y() - radius, 2 * radius, 2 * radius);
        graphics.setColor(faded(colourOf(part, part), at.score()));
        graphics.fill(dot);
        graphics.setStroke(round(Math.max(1, line * 0.4)));
        graphics.setColor(faded(Color.WHITE, at.score()));
        graphics.draw(dot);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private Color colourOf(Limb limb) {
        return colourOf(skeleton.parts().get(limb.from()), skeleton.parts().get(limb.to()));
    }

    private Color colourOf(String from, String to) {
        if (only != null) {
            return only;
        }
        if (from.startsWith("r_") || to.startsWith("r_")) {
            return RIGHT;
        }
        return from.startsWith("l_") || to.startsWith("l_") ? LEFT : MIDDLE;
    }

    private static Color faded(Color colour, double score) {
        double opacity = Math.min(1, Math.max(FAINTEST, score / SURE));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }
}
