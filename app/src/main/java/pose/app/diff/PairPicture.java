package pose.app.diff;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pose.app.drawing.SkeletonPainter;
import pose.skeleton.Box;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.skeleton.Skeleton;

/** A picture with one person as two versions see them, each in a colour of its own, and a legend below. */
public final class PairPicture {

    static final Color FIRST = new Color(0, 200, 255);
    static final Color SECOND = new Color(255, 70, 160);

    /** Smaller pictures are shown larger, so that the legend can be read. */
    private static final int LEAST_WIDTH = 480;

    /** Picture around the keypoints, by their extent. */
    private static final double MARGIN = 0.5;

    private static final int LEAST_EXTENT = 32;

    private static final int LINE = 20;
    private static final int EDGE = 6;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private final SkeletonPainter first;
    private final SkeletonPainter second;
    private final List<String> names;

    /** @param names of the two versions */
    public PairPicture(Skeleton skeleton, List<String> names) {
        this.first = new SkeletonPainter(skeleton, FIRST);
        this.second = new SkeletonPainter(skeleton, SECOND);
        this.names = List.copyOf(names);
    }

    /** Draws both onto a copy of the part of the picture that they are in. */
    public BufferedImage draw(BufferedImage whole, TwoLooks looks) {
        Rectangle view = view(whole, looks);
        BufferedImage picture = whole.getSubimage(view.x, view.y, view.width, view.height);
        double scale = Math.max(1, (double) LEAST_WIDTH / view.width);
        int width = (int) Math.round(view.width * scale);
        int height = (int) Math.round(view.height * scale);
        BufferedImage drawn = new BufferedImage(width, height + 3 * LINE + 2 * EDGE, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.drawImage(picture, 0, 0, width, height, null);
            first.paint(drawn, seen(looks.first(), view, scale));
            second.paint(drawn, seen(looks.second(), view, scale));
            // What is drawn of parts outside the picture goes under the legend.
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, height, width, drawn.getHeight() - height);
            legend(graphics, height + EDGE, looks);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /** Around all keypoints of both, with a margin, as far as there is picture; all of it where they lie outside. */
    private static Rectangle view(BufferedImage picture, TwoLooks looks) {
        Box around = Box.around(Stream.of(looks.first(), looks.second())
                .flatMap(pose -> pose.keypoints().stream())
                .map(Keypoint::point)
                .toList());
        double margin = MARGIN * Math.max(LEAST_EXTENT, around.extent());
        Rectangle all = new Rectangle(0, 0, picture.getWidth(), picture.getHeight());
        Rectangle view = new Rectangle2D.Double(
                        around.x() - margin,
                        around.y() - margin,
                        around.width() + 2 * margin,
                        around.height() + 2 * margin)
                .getBounds()
                .intersection(all);
        return view.isEmpty() ? all : view;
    }

    private void legend(Graphics2D graphics, int top, TwoLooks looks) {
        graphics.setFont(FONT);
        row(graphics, top, FIRST, words(names.get(0), looks.first().score()));
        row(graphics, top + LINE, SECOND, words(names.get(1), looks.second().score()));
        graphics.setColor(Color.WHITE);
        String apart = String.format(
                Locale.ROOT,
                "%.1f %% of the extent apart: %s",
                100 * looks.distance().mean(),
                looks.id());
        graphics.drawString(apart, EDGE, top + 3 * LINE - EDGE);
    }

    private static String words(String name, double score) {
        return String.format(Locale.ROOT, "%s, score %.2f", name, score);
    }

    private static void row(Graphics2D graphics, int top, Color colour, String words) {
        graphics.setColor(colour);
        graphics.fillRect(EDGE, top + LINE / 2 - 2, 2 * LINE, 5);
        graphics.setColor(Color.WHITE);
        graphics.drawString(words, 2 * EDGE + 2 * LINE, top + LINE - EDGE);
    }

    private static List<Keypoint> seen(Pose pose, Rectangle view, double scale) {
        // A pixel's centre is a whole number, its edge half a pixel before.
        return pose.keypoints().stream()
                .map(k -> new Keypoint(
                        (k.x() - view.x + 0.5) * scale - 0.5, (k.y() - view.y + 0.5) * scale - 0.5, k.score()))
                .toList();
    }
}
