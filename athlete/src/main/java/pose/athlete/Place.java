package pose.athlete;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Kinds of places where people do sport. */
enum Place {
    STUDIO {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            gradient(g, 0, h, w, Tone.muted(dice), Tone.muted(dice));
        }
    },
    FIELD {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            int horizon = (int) (h * dice.between(0.2, 0.6));
            gradient(g, 0, horizon, w, Tone.hsb(0.58, dice.between(0, 0.6), 0.95), Tone.hsb(0.57, 0.12, 0.95));
            int green = Tone.hsb(dice.between(0.2, 0.36), dice.between(0.3, 0.8), dice.between(0.25, 0.7));
            gradient(g, horizon, h, w, Tone.scale(green, 0.8), green);
            int crowns = dice.whole(8, 30);
            for (int i = 0; i < crowns; i++) {
                double r = h * dice.between(0.04, 0.16);
                g.setColor(
                        new Color(Tone.hsb(dice.between(0.2, 0.4), dice.between(0.2, 0.7), dice.between(0.12, 0.45))));
                g.fill(new Ellipse2D.Double(dice.between(-r, w), horizon - r * 1.3, r * 2, r * 1.6));
            }
        }
    },
    STADIUM {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            int boards = (int) (h * dice.between(0.25, 0.5));
            int track = boards + (int) (h * dice.between(0.06, 0.14));
            gradient(g, 0, boards, w, 0x30323A, Tone.muted(dice));
            for (int i = 0; i < 500; i++) {
                double r = h * dice.between(0.006, 0.016);
                g.setColor(new Color(dice.chance(0.35) ? Tone.skin(dice) : Tone.any(dice)));
                g.fill(new Ellipse2D.Double(dice.between(0, w), dice.between(0, boards), 2 * r, 3 * r));
            }
            double x = 0;
            while (x < w) {
                double part = w * dice.between(0.05, 0.3);
                g.setColor(new Color(Tone.cloth(dice)));
                g.fill(new Rectangle2D.Double(x, boards, part + 1, track - boards));
                x += part;
            }
            int ground = dice.chance(0.6) ? Tone.hsb(0.03, 0.65, dice.between(0.4, 0.75)) : Tone.muted(dice);
            gradient(g, track, h, w, Tone.scale(ground, 0.85), ground);
            g.setColor(new Color(0xE6E6E0));
            double slope = dice.between(-0.5, 0.5);
            for (int i = 0; i < 6; i++) {
                double y = track + (h - track) * (i + 0.4) * (i + 1) / 30.0;
                g.fill(new Rectangle2D.Double(0, y, w, h * 0.006 * (1 + i * 0.4)));
                g.draw(new Line2D.Double(w * i / 5.0, track, w * (i / 5.0 + slope), h));
            }
        }
    },
    HALL {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            int floor = (int) (h * dice.between(0.55, 0.92));
            gradient(g, 0, floor, w, Tone.muted(dice), Tone.muted(dice));
            int wood = Tone.hsb(dice.between(0.05, 0.13), dice.between(0.1, 0.6), dice.between(0.35, 0.85));
            gradient(g, floor, h, w, wood, Tone.scale(wood, 0.7));
            g.setColor(new Color(Tone.muted(dice)));
            double step = w * dice.between(0.03, 0.2);
            double thick = step * dice.between(0.08, 0.6);
            for (double x = dice.between(0, step); x < w; x += step) {
                g.fill(new Rectangle2D.Double(x, h * 0.1, thick, floor - h * 0.1));
            }
            if (dice.chance(0.5)) {
                g.setColor(new Color(Tone.muted(dice)));
                for (double y = h * 0.1; y < floor; y += step * 0.6) {
                    g.fill(new Rectangle2D.Double(0, y, w, Math.max(1, thick * 0.3)));
                }
            }
        }
    },
    STREET {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            int curb = (int) (h * dice.between(0.5, 0.85));
            gradient(g, 0, h, w, Tone.hsb(0.58, 0.25, 0.95), Tone.muted(dice));
            double x = -w * 0.1;
            while (x < w) {
                double part = w * dice.between(0.08, 0.35);
                double roof = h * dice.between(-0.2, 0.4);
                int wall = Tone.muted(dice);
                g.setColor(new Color(wall));
                g.fill(new Rectangle2D.Double(x, roof, part + 1, curb - roof));
                g.setColor(new Color(Tone.scale(wall, dice.between(0.3, 1.5))));
                double step = h * dice.between(0.05, 0.14);
                for (double wy = roof + step / 2; wy < curb - step; wy += step) {
                    for (double wx = x + step / 3; wx < x + part - step / 2; wx += step) {
                        g.fill(new Rectangle2D.Double(wx, wy, step * 0.45, step * 0.6));
                    }
                }
                x += part;
            }
            int asphalt = Tone.hsb(0, dice.between(0, 0.1), dice.between(0.25, 0.7));
            gradient(g, curb, h, w, asphalt, Tone.scale(asphalt, 0.8));
        }
    },
    ABSTRACT {
        @Override
        void paint(Graphics2D g, int w, int h, Dice dice) {
            gradient(g, 0, h, w, Tone.any(dice), Tone.any(dice));
            int patches = dice.whole(10, 70);
            for (int i = 0; i < patches; i++) {
                Path2D.Double patch = new Path2D.Double();
                double cx = dice.between(0, w);
                double cy = dice.between(0, h);
                double r = h * dice.between(0.03, 0.35);
                patch.moveTo(cx + r, cy);
                for (int k = 1; k < 6; k++) {
                    double a = k * Math.PI / 3;
                    double rr = r * dice.between(0.3, 1);
                    patch.lineTo(cx + rr * Math.cos(a), cy + rr * Math.sin(a));
                }
                patch.closePath();
                g.setColor(new Color(Tone.any(dice)));
                g.fill(patch);
            }
        }
    };

    /** Fills a picture of w × h pixels. */
    abstract void paint(Graphics2D g, int w, int h, Dice dice);

    private static void gradient(Graphics2D g, int top, int bottom, int w, int from, int to) {
        g.setPaint(new GradientPaint(0, top, new Color(from), 0, Math.max(top + 1, bottom), new Color(to)));
        g.fill(new Rectangle2D.Double(0, top, w, Math.max(0, bottom - top)));
    }
}
