package pose.athlete;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Things that stand around and could be mistaken for limbs and heads: posts, blobs, boxes, bent bars. */
final class Clutter {

    private Clutter() {}

    static void paint(Graphics2D g, int w, int h, Dice dice) {
        int things = dice.whole(0, 14);
        for (int i = 0; i < things; i++) {
            g.setColor(new Color(dice.chance(0.25) ? Tone.skin(dice) : Tone.any(dice)));
            double x = dice.between(0, w);
            double y = dice.between(0, h);
            double size = h * dice.between(0.02, 0.2);
            switch (dice.whole(0, 3)) {
                case 0 -> g.fill(new Rectangle2D.Double(x, y - h * 0.6, size * 0.25, h * dice.between(0.4, 1)));
                case 1 -> g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size * dice.between(0.5, 1.6)));
                case 2 -> g.fill(new Rectangle2D.Double(x, y, size * dice.between(0.5, 3), size));
                default -> bar(g, x, y, size, dice);
            }
        }
    }

    private static void bar(Graphics2D g, double x, double y, double size, Dice dice) {
        Path2D.Double bar = new Path2D.Double();
        bar.moveTo(x, y);
        for (int k = 0; k < 2; k++) {
            bar.lineTo(x + size * dice.between(-1.5, 1.5), y + size * dice.between(-1.5, 1.5));
        }
        g.setStroke(new BasicStroke((float) (size * 0.25), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(bar);
    }
}
