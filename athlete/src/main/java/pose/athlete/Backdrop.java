package pose.athlete;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/** What is behind the athletes: painted once, somewhat larger than the picture, and panned over slowly. */
final class Backdrop {

    private static final double MARGIN = 0.12;

    private final byte[] bgr;
    private final int wide;
    private final int spareX;
    private final int spareY;
    private final double pace;
    private final double phase;

    private Backdrop(BufferedImage image, int spareX, int spareY, Dice dice) {
        bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        wide = image.getWidth();
        this.spareX = spareX;
        this.spareY = spareY;
        pace = dice.between(0.1, 0.5);
        phase = dice.between(0, 2 * Math.PI);
    }

    static Backdrop random(int width, int height, Dice dice) {
        int spareX = (int) (width * MARGIN);
        int spareY = (int) (height * MARGIN / 2);
        int wide = width + spareX;
        int tall = height + spareY;
        // Painted coarse and enlarged, a backdrop is out of focus as in most photographs.
        double blur = dice.chance(0.35) ? 1 : dice.between(1.3, 5);
        int w = Math.max(16, (int) (wide / blur));
        int h = Math.max(16, (int) (tall / blur));
        BufferedImage coarse = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = coarse.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        dice.pick(List.of(Place.values())).paint(g, w, h, dice.split());
        Clutter.paint(g, w, h, dice.split());
        g.dispose();
        texture(coarse, dice.split());
        BufferedImage full = new BufferedImage(wide, tall, BufferedImage.TYPE_3BYTE_BGR);
        AffineTransform enlarge = AffineTransform.getScaleInstance((double) wide / w, (double) tall / h);
        Graphics2D f = full.createGraphics();
        f.drawImage(coarse, new AffineTransformOp(enlarge, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        f.dispose();
        return new Backdrop(full, spareX, spareY, dice);
    }

    /** Fills a picture of 8-bit blue, green, red with what is behind at this time. */
    void fill(byte[] picture, int width, int height, double seconds) {
        int dx = (int) Math.round(spareX * (0.5 + 0.5 * Math.sin(pace * seconds + phase)));
        int dy = (int) Math.round(spareY * (0.5 + 0.5 * Math.sin(0.7 * pace * seconds + phase)));
        for (int y = 0; y < height; y++) {
            System.arraycopy(bgr, ((y + dy) * wide + dx) * 3, picture, y * width * 3, width * 3);
        }
    }

    private static void texture(BufferedImage image, Dice dice) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        long seed = dice.seed();
        double depth = dice.between(0.02, 0.45);
        double size = dice.between(0.008, 0.1) * image.getHeight();
        double stretch = dice.between(0.4, 2.5);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double noise = 0.6 * Noise.at(seed, x / size, y / (size * stretch))
                        + 0.4 * Noise.at(seed + 1, 2.7 * x / size, 2.7 * y / (size * stretch));
                double factor = 1 + depth * (2 * noise - 1);
                int i = (y * image.getWidth() + x) * 3;
                for (int c = 0; c < 3; c++) {
                    pixels[i + c] = (byte) Math.min(255, (pixels[i + c] & 255) * factor);
                }
            }
        }
    }
}
