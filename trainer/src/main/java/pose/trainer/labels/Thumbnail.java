package pose.trainer.labels;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import pose.cpm.Crop;
import pose.cpm.Picture;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.skeleton.Skeleton.Limb;

/** A person small, with the labels and what is suspicious of them. */
final class Thumbnail {

    /** Pixels on a side. */
    static final int SIDE = 240;

    static final Color RIGHT = new Color(255, 130, 30);
    static final Color LEFT = new Color(40, 150, 255);
    static final Color MIDDLE = new Color(90, 220, 90);
    static final Color SUSPECT = new Color(255, 0, 200);
    static final Color PREDICTED = Color.YELLOW;

    private static final double DOT = 3;
    private static final double RING = 8;
    private static final float[] DOTTED = {2, 4};

    private final Skeleton skeleton;

    Thumbnail(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /** The square around the person, {@link #SIDE} pixels on a side. */
    BufferedImage draw(Picture picture, Suspicion suspicion, List<Optional<Keypoint>> predicted) {
        CheckedPerson person = suspicion.person();
        Crop crop = Crop.of(person.box(), SIDE);
        BufferedImage image = Picture.of(SIDE, SIDE, crop.warp(picture)).toImage();
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            // A pixel's centre is a whole number in our coordinates and ends in a half in Java2D's.
            graphics.translate(0.5, 0.5);
            List<Optional<Point>> labels =
                    person.parts().stream().map(p -> p.map(crop::toInput)).toList();
            limbs(graphics, labels);
            for (int part : suspicion.parts()) {
                labels.get(part)
                        .ifPresent(label -> predicted
                                .get(part)
                                .ifPresent(k -> prediction(graphics, label, crop.toInput(k.point()))));
            }
            for (int part = 0; part < labels.size(); part++) {
                boolean isSuspect = suspicion.parts().contains(part);
                Color colour = colourOf(skeleton.parts().get(part));
                labels.get(part).ifPresent(label -> dot(graphics, label, colour, isSuspect));
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void limbs(Graphics2D graphics, List<Optional<Point>> labels) {
        for (Limb limb : skeleton.limbs()) {
            Optional<Point> from = labels.get(limb.from());
            Optional<Point> to = labels.get(limb.to());
            if (from.isPresent() && to.isPresent()) {
                Color colour = colourOf(skeleton.parts().get(limb.from()));
                graphics.setColor(
                        colour.equals(MIDDLE) ? colourOf(skeleton.parts().get(limb.to())) : colour);
                graphics.setStroke(new BasicStroke(2));
                graphics.draw(line(from.get(), to.get()));
            }
        }
    }

    private static void prediction(Graphics2D graphics, Point label, Point found) {
        graphics.setColor(PREDICTED);
        graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DOTTED, 0));
        graphics.draw(line(label, found));
        graphics.fill(circle(found, DOT));
    }

    private static void dot(Graphics2D graphics, Point at, Color colour, boolean isSuspect) {
        graphics.setColor(colour);
        graphics.fill(circle(at, DOT));
        if (isSuspect) {
            graphics.setColor(SUSPECT);
            graphics.setStroke(new BasicStroke(2.5f));
            graphics.draw(circle(at, RING));
        }
    }

    private static Line2D line(Point from, Point to) {
        return new Line2D.Double(from.x(), from.y(), to.x(), to.y());
    }

    private static Ellipse2D circle(Point centre, double radius) {
        return new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }

    private static Color colourOf(String part) {
        if (part.startsWith("r_")) {
            return RIGHT;
        }
        return part.startsWith("l_") ? LEFT : MIDDLE;
    }
}
