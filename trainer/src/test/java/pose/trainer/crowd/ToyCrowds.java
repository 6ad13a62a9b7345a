package pose.trainer.crowd;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import pose.cpm.Picture;
import pose.skeleton.Box;

/** Pictures of up to three bright upright rectangles on a dark, noisy ground: what a small network finds in seconds. */
public final class ToyCrowds implements CrowdDataSet {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 72;

    private final int size;
    private final long seed;

    public ToyCrowds(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "toy " + size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isComposed() {
        return true;
    }

    @Override
    public Crowd crowd(int index) {
        Random random = new Random(seed + index * 31L);
        byte[] bgr = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) random.nextInt(60);
        }
        List<Box> people = new ArrayList<>();
        int columns = 3;
        for (int column = 0; column < columns; column++) {
            if (random.nextInt(3) > 0) {
                int height = 16 + random.nextInt(36);
                int width = height / 3;
                int x = column * WIDTH / columns + random.nextInt(WIDTH / columns - width);
                int y = random.nextInt(HEIGHT - height);
                people.add(new Box(x, y, width, height));
                fill(bgr, x, y, width, height);
            }
        }
        return new Crowd("toy" + index, Picture.of(WIDTH, HEIGHT, bgr), people, List.of());
    }

    /** Writes a picture as a JPEG or PNG, as its name ends. */
    public static void save(Picture picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(picture.bgr(), 0, pixels, 0, pixels.length);
        String name = file.getFileName().toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    private static void fill(byte[] bgr, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int i = 3 * (y * WIDTH + left); i < 3 * (y * WIDTH + left + width); i++) {
                bgr[i] = (byte) 230;
            }
        }
    }
}
