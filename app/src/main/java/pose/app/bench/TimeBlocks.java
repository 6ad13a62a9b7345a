package pose.app.bench;

import java.awt.image.BufferedImage;
import java.util.OptionalLong;

/**
 * A number in a picture: its 64 bits as white and black blocks, 16 in a row, and below them the same inverted, so that a picture
 * that was not understood is noticed. Survives coding and decoding.
 */
final class TimeBlocks {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final int COLUMNS = 16;
    private static final int ROWS = 8;
    private static final int BLOCK_WIDTH = WIDTH / COLUMNS;
    private static final int BLOCK_HEIGHT = HEIGHT / ROWS;
    private static final int MIDDLE = 128;

    private TimeBlocks() {}

    /** Fills a grey picture of {@link #WIDTH} × {@link #HEIGHT} bytes. */
    static void draw(long number, byte[] grey) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                grey[y * WIDTH + x] = (byte) (white(number, x / BLOCK_WIDTH, y / BLOCK_HEIGHT) ? 235 : 16);
            }
        }
    }

    private static boolean white(long number, int column, int row) {
        boolean inverted = row >= ROWS / 2;
        int bit = row % (ROWS / 2) * COLUMNS + column;
        return (number >>> bit & 1) == 1 != inverted;
    }

    /** The number in a picture of that size; empty where there is none. */
    static OptionalLong read(BufferedImage picture) {
        if (picture.getWidth() != WIDTH || picture.getHeight() != HEIGHT) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (brightness(picture, bit % COLUMNS, bit / COLUMNS) > MIDDLE) {
                number |= 1L << bit;
            }
        }
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (brightness(picture, column, row) > MIDDLE != white(number, column, row)) {
                    return OptionalLong.empty();
                }
            }
        }
        return OptionalLong.of(number);
    }

    /** In the middle of a block. */
    private static int brightness(BufferedImage picture, int column, int row) {
        int x = column * BLOCK_WIDTH + BLOCK_WIDTH / 2;
        int y = row * BLOCK_HEIGHT + BLOCK_HEIGHT / 2;
        return picture.getRGB(x, y) >> 8 & 0xFF;
    }
}
