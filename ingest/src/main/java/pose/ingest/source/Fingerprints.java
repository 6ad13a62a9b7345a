package pose.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pose.ingest.Fingerprint;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.SourceUrl.ImagesUrl;
import pose.ingest.source.SourceUrl.SceneKind;
import pose.ingest.source.SourceUrl.SyntheticUrl;
import pose.ingest.source.SourceUrl.VideoFileUrl;

/** What tells a recording from others; what is live has no fingerprint. */
final class Fingerprints {

    /** At the beginning, in the middle and at the end: a whole match's gigabytes need not be read. */
    private static final int PART_BYTES = 256 * 1024;

    private Fingerprints() {}

    static Optional<Fingerprint> of(SourceUrl wanted, SourceOptions options) throws SourceException {
        if (options.realtime()) {
            return Optional.empty();
        }
        if (wanted instanceof VideoFileUrl video && Files.isRegularFile(video.file())) {
            return Optional.of(file(video.file(), options));
        }
        if (wanted instanceof ImagesUrl images) {
            String list = list(images.folder());
            String name = images.folder().getFileName() + " at " + images.fps() + " frames/s";
            return Optional.of(
                    Fingerprint.of((images.fps() + "\n" + list).getBytes(StandardCharsets.UTF_8), options, name));
        }
        if (wanted instanceof SyntheticUrl rendered) {
            // The athlete's had no kind when there was no other.
            String kind = rendered.kind() == SceneKind.ATHLETE ? "" : rendered.shown() + " ";
            String scene = kind + rendered.scene();
            return Optional.of(Fingerprint.of(scene.getBytes(StandardCharsets.UTF_8), options, scene));
        }
        return Optional.empty();
    }

    private static Fingerprint file(Path file, SourceOptions options) throws SourceException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long size = in.length();
            parts.writeBytes((size + "\n").getBytes(StandardCharsets.UTF_8));
            for (long at : new long[] {0, size / 2, Math.max(0, size - PART_BYTES)}) {
                in.seek(at);
                byte[] part = new byte[(int) Math.min(PART_BYTES, size - at)];
                in.readFully(part);
                parts.writeBytes(part);
            }
            return Fingerprint.of(parts.toByteArray(), options, file.getFileName() + " of " + size + " bytes");
        } catch (IOException e) {
            throw new SourceException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String list(Path folder) throws SourceException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new SourceException(folder + " cannot be read: " + e.getMessage());
        }
    }
}
