package pose.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import pose.ingest.recording.VideoWriter;

/** Clips that are no good, each in its own way, made on the spot. */
final class BrokenClips {

    /** From the beginning of "avc1" in a sample entry to the picture's declared width and height, 16 bits each. */
    private static final int DECLARED_SIZE = 28;

    private BrokenClips() {}

    /** The first six tenths of a clip's bytes. */
    static Path cut(Path folder, int frames) throws IOException {
        byte[] whole = Files.readAllBytes(clip(folder.resolve("whole.mp4"), frames));
        return Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length * 6 / 10));
    }

    /** A clip whose index says that its pictures are of another size. */
    static Path declaring(Path file, int width, int height) throws IOException {
        byte[] bytes = Files.readAllBytes(clip(file, 3));
        // The 0 tells the sample entry from the list of compatible brands.
        int entry = find(bytes, "avc1\0");
        ByteBuffer.wrap(bytes)
                .putShort(entry + DECLARED_SIZE, (short) width)
                .putShort(entry + DECLARED_SIZE + 2, (short) height);
        return Files.write(file, bytes);
    }

    /** A tenth of a second of silence. */
    static Path withoutVideo(Path file) throws IOException {
        int samples = 800;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + samples * 2);
        wav.put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1);
        wav.putShort((short) 1).putInt(8000).putInt(16000).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(samples * 2);
        return Files.write(file, wav.array());
    }

    /** Noise that differs from picture to picture: all are about as large, wherever the clip is cut. */
    private static Path clip(Path file, int frames) throws IOException {
        Random random = new Random(1);
        byte[] bgr = new byte[96 * 64 * 3];
        try (VideoWriter writer = new VideoWriter(file, 96, 64, 25)) {
            for (int i = 0; i < frames; i++) {
                random.nextBytes(bgr);
                writer.write(bgr, i * 40_000L);
            }
        }
        return file;
    }

    private static int find(byte[] all, String word) {
        byte[] wanted = ascii(word);
        for (int i = 0; i + wanted.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("no " + word + " in the clip");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
