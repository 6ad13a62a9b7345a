package pose.e2e.chaos.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pose.ingest.recording.FfmpegProgram;
import pose.ingest.recording.VideoWriter;

/** Small whole clips in the containers and codecs that cameras and recorders write, to be spoilt. */
final class SoundClips {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final int FRAMES = 24;

    /** A file's name, and how the first clip becomes it. */
    private record Kind(String name, List<String> coding) {

        Kind(String name, String... coding) {
            this(name, List.of(coding));
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("h264.mkv", "-c", "copy"),
            new Kind("h264.ts", "-c", "copy"),
            new Kind("h264.avi", "-c", "copy"),
            new Kind("h264-fragmented.mp4", "-c", "copy", "-movflags", "frag_keyframe+empty_moov"),
            new Kind("h264-sound.mp4", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "copy", "-c:a", "aac"),
            new Kind("mpeg4.avi", "-c:v", "mpeg4", "-bf", "2"),
            new Kind("mpeg2.ts", "-c:v", "mpeg2video", "-bf", "2"),
            new Kind("mjpeg.avi", "-c:v", "mjpeg", "-pix_fmt", "yuvj422p"),
            new Kind("ffv1.mkv", "-c:v", "ffv1"),
            new Kind("mpeg4-sound.mkv", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "mpeg4", "-c:a", "pcm_s16le"));

    private SoundClips() {}

    /** Makes them below a folder, each with as many pictures. */
    static void make(Path folder) throws IOException {
        Path first = folder.resolve("h264.mp4");
        byte[] bgr = new byte[WIDTH * HEIGHT * 3];
        Random random = new Random(1);
        try (VideoWriter writer = new VideoWriter(first, WIDTH, HEIGHT, 25)) {
            for (int i = 0; i < FRAMES; i++) {
                for (int at = 0; at < bgr.length; at++) {
                    bgr[at] = (byte) (at / 3 % WIDTH * 3 + i * 9 + (at % 7 == 0 ? random.nextInt(60) : 0));
                }
                writer.write(bgr, i * 40_000L);
            }
        }
        for (Kind kind : KINDS) {
            List<String> command = new ArrayList<>(List.of(
                    FfmpegProgram.bundled().toString(), "-nostdin", "-v", "error", "-y", "-i", first.toString()));
            command.addAll(kind.coding());
            command.add(folder.resolve(kind.name()).toString());
            run(command);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("no clip was made by " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What {@link #make} made, in the order of their names. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
