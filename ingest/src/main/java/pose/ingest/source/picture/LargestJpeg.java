package pose.ingest.source.picture;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import pose.ingest.SourceException;

/**
 * How large a frame can get. No formula tells it, so the hardest picture there is for a JPEG encoder, every sample black or
 * white by chance, is encoded at the size and quality in question: a camera's picture stays far below.
 */
public final class LargestJpeg {

    private record Question(PictureSize size, int quality) {}

    /** A camera that comes back asks again, and 1080p takes a tenth of a second. */
    private static final Map<Question, Integer> ANSWERS = new ConcurrentHashMap<>();

    private LargestJpeg() {}

    /** The bytes of the largest JPEG file of this size at this quality, 1 to 100. */
    public static int bytes(PictureSize size, int quality) throws SourceException {
        Question question = new Question(size, quality);
        Integer known = ANSWERS.get(question);
        if (known == null) {
            known = encoded(size, quality);
            ANSWERS.put(question, known);
        }
        return known;
    }

    private static int encoded(PictureSize size, int quality) throws SourceException {
        try (JpegEncoder encoder = new JpegEncoder(size, quality)) {
            AVFrame canvas = encoder.canvas();
            Random chance = new Random(1);
            int chromaWidth = (size.width() + 1) / 2;
            int chromaHeight = (size.height() + 1) / 2;
            fill(canvas, 0, size.width(), size.height(), chance);
            fill(canvas, 1, chromaWidth, chromaHeight, chance);
            fill(canvas, 2, chromaWidth, chromaHeight, chance);
            return encoder.encode().length;
        }
    }

    private static void fill(AVFrame canvas, int plane, int width, int height, Random chance) {
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) (chance.nextBoolean() ? 255 : 0);
            }
            canvas.data(plane).position((long) y * canvas.linesize(plane)).put(row);
        }
    }
}
