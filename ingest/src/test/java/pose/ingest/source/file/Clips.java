package pose.ingest.source.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pose.ingest.recording.VideoWriter;

/** Small clips made on the spot, and what can go wrong with their bytes. */
final class Clips {

    static final int WIDTH = 96;
    static final int HEIGHT = 64;

    private Clips() {}

    static Path clip(Path folder, int frames, double fps) throws IOException {
        return clip(folder.resolve("clip.mp4"), frames, fps, WIDTH, HEIGHT);
    }

    static Path clip(Path file, int frames, double fps, int width, int height) throws IOException {
        try (VideoWriter writer = new VideoWriter(file, width, height, fps)) {
            for (int i = 0; i < frames; i++) {
                writer.write(picture(width, height, i), Math.round(i * 1e6 / fps));
            }
        }
        return file;
    }

    /** Moving stripes: every picture differs from the one before. */
    private static byte[] picture(int width, int height, int number) {
        byte[] bgr = new byte[width * height * 3];
        for (int i = 0; i < bgr.length; i++) {
            int x = i / 3 % width;
            bgr[i] = (byte) (x * 3 + number * 7 + i % 3 * 40);
        }
        return bgr;
    }

    static Path cut(Path clip, long bytes) throws IOException {
        byte[] all = Files.readAllBytes(clip);
        return Files.write(clip.resolveSibling("cut.mp4"), Arrays.copyOf(all, Math.toIntExact(bytes)));
    }

    /** Where each picture's bytes end in a clip of {@link #clip}: one track, its packets one after the other. */
    static List<Integer> packetEnds(Path clip) throws IOException {
        byte[] all = Files.readAllBytes(clip);
        ByteBuffer bytes = ByteBuffer.wrap(all);
        int sizes = find(all, "stsz") + 4;
        int count = bytes.getInt(sizes + 8);
        int end = find(all, "mdat") + 4;
        // The first chunk's offset, since an encoder's own data may stand before it.
        end = Math.max(end, bytes.getInt(find(all, "stco") + 12));
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            end += bytes.getInt(sizes + 12 + 4 * i);
            ends.add(end);
        }
        return ends;
    }

    /** The clip with other bytes at an offset after a four-letter word's beginning. */
    static Path patched(Path clip, String word, int offset, byte... with) throws IOException {
        byte[] all = Files.readAllBytes(clip);
        System.arraycopy(with, 0, all, find(all, word) + offset, with.length);
        return Files.write(clip.resolveSibling("patched.mp4"), all);
    }

    static int find(byte[] all, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + wanted.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("no " + word + " in the clip");
    }

    /** A tenth of a second of silence. */
    static Path audioOnly(Path file) throws IOException {
        int samples = 800;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        wav.putShort((short) 1).putInt(8000).putInt(16000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        return Files.write(file, wav.array());
    }
}
