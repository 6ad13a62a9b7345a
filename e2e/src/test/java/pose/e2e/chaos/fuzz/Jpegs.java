package pose.e2e.chaos.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** JPEGs of any size, and JPEGs that lie about it. */
final class Jpegs {

    private static final Map<Long, byte[]> GREY = new ConcurrentHashMap<>();

    private Jpegs() {}

    /** A whole picture of nothing. */
    static byte[] grey(int width, int height) {
        return GREY.computeIfAbsent((long) width << 32 | height, size -> encode(width, height));
    }

    private static byte[] encode(int width, int height) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    /** The same picture with another size in its frame header (ITU-T T.81, B.2.2). */
    static byte[] declaring(byte[] jpeg, int width, int height) {
        byte[] forged = jpeg.clone();
        for (int i = 2; i + 9 < forged.length; ) {
            int marker = forged[i + 1] & 0xFF;
            if (marker >= 0xC0 && marker <= 0xC2) {
                forged[i + 5] = (byte) (height >> 8);
                forged[i + 6] = (byte) height;
                forged[i + 7] = (byte) (width >> 8);
                forged[i + 8] = (byte) width;
                return forged;
            }
            i += 2 + ((forged[i + 2] & 0xFF) << 8 | (forged[i + 3] & 0xFF));
        }
        throw new IllegalArgumentException("no frame header in a JPEG of " + jpeg.length + " bytes");
    }
}
