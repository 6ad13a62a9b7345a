package pose.ingest.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import pose.ingest.SourceException;

/** What can be said of a file before, or instead of, opening it as a video. */
final class VideoFile {

    private static final String ALLOWED = "allowed: a video file such as mp4, mov, mkv, webm, avi or ts";

    private VideoFile() {}

    static void check(Path file) throws SourceException {
        if (!Files.exists(file)) {
            throw new SourceException("no such file: " + file);
        }
        if (!Files.isReadable(file)) {
            throw new SourceException(file + " may not be read by this user");
        }
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw new SourceException(file + " is empty; " + ALLOWED);
            }
        } catch (IOException e) {
            throw new SourceException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Why FFmpeg made nothing of it; an mp4 without its index is told apart, that being how a cut recording looks. */
    static SourceException notAVideo(Path file, String reason) {
        if (beginsAsMp4(file)) {
            return new SourceException(
                    file + " is cut short or damaged: it begins as an mp4 but has no usable index (moov box)");
        }
        return new SourceException(file + " is no video that can be read (" + reason + "); " + ALLOWED);
    }

    private static boolean beginsAsMp4(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(8);
            return head.length == 8 && "ftyp".equals(new String(head, 4, 4, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return false;
        }
    }
}
