package pose.trainer.judging.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import pose.cpm.Crop;
import pose.cpm.Picture;
import pose.cpm.Subject;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/** What a network sees of a person, with things drawn on it, as an {@code img} that needs no file. */
final class CropImage {

    /** Green as the truth is drawn. */
    static final Color TRUTH = new Color(70, 230, 110);

    /** Magenta as predictions are drawn. */
    static final Color PREDICTION = new Color(255, 60, 200);

    private final Crop crop;
    private final BufferedImage image;

    /** @param size pixels on a side */
    CropImage(Subject subject, int size) {
        crop = Crop.of(subject.box(), size);
        image = Picture.of(size, size, crop.warp(subject.picture())).toImage();
    }

    /** Draws parts and the limbs between them; one that is absent is left out, and so are its limbs. */
    CropImage skeleton(Skeleton skeleton, List<Optional<Point>> parts, Color colour) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        // A pixel's centre is a whole number in our coordinates and ends in a half in Java2D's.
        graphics.translate(0.5, 0.5);
        for (Skeleton.Limb limb : skeleton.limbs()) {
            parts.get(limb.from())
                    .ifPresent(from -> parts.get(limb.to()).ifPresent(to -> line(graphics, from, to, colour)));
        }
        parts.forEach(part -> part.ifPresent(at -> dot(graphics, at, colour)));
        graphics.dispose();
        return this;
    }

    private void line(Graphics2D graphics, Point from, Point to, Color colour) {
        Point a = crop.toInput(from);
        Point b = crop.toInput(to);
        Line2D line = new Line2D.Double(a.x(), a.y(), b.x(), b.y());
        graphics.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(new Color(0, 0, 0, 110));
        graphics.draw(line);
        graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(colour);
        graphics.draw(line);
    }

    private void dot(Graphics2D graphics, Point at, Color colour) {
        Point c = crop.toInput(at);
        graphics.setColor(new Color(0, 0, 0, 150));
        graphics.fill(new Ellipse2D.Double(c.x() - 3.6, c.y() - 3.6, 7.2, 7.2));
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(c.x() - 2.6, c.y() - 2.6, 5.2, 5.2));
    }

    /**
     * Lays a belief map over the crop, which turns grey: nothing at 0, red, yellow, white towards 1.
     *
     * @param beliefs mapSize × mapSize values over the whole crop, in rows from the top
     */
    CropImage heat(float[] beliefs, int mapSize) {
        int size = image.getWidth();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double belief = Heat.at(beliefs, mapSize, (x + 0.5) / size, (y + 0.5) / size);
                image.setRGB(x, y, Heat.over(image.getRGB(x, y), belief));
            }
        }
        return this;
    }

    /** @param alt what somebody hears who does not see it */
    String html(String alt) {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", jpeg);
            return "<img width=\"" + image.getWidth() + "\" height=\"" + image.getHeight() + "\" alt=\""
                    + Markup.escaped(alt) + "\" src=\"data:image/jpeg;base64,"
                    + Base64.getEncoder().encodeToString(jpeg.toByteArray()) + "\"/>";
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory must be writable as JPEG", e);
        }
    }
}
