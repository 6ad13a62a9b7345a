package pose.ingest.source.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pose.ingest.SourceException;

/** The pictures of a folder at the moment it is listed: its jpg, jpeg and png files, by name, numbers by their value. */
final class ImageFolder {

    private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

    private ImageFolder() {}

    /** At least one file. */
    static List<Path> list(Path folder) throws SourceException {
        if (!Files.exists(folder)) {
            throw new SourceException("no such folder: " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new SourceException(folder + " is no folder; allowed: a folder of jpg, jpeg or png pictures");
        }
        List<Path> pictures;
        try (Stream<Path> files = Files.list(folder)) {
            pictures = files.filter(ImageFolder::isPicture)
                    .sorted((a, b) -> NameOrder.NUMBERS_BY_VALUE.compare(name(a), name(b)))
                    .toList();
        } catch (IOException e) {
            throw new SourceException(folder + " cannot be listed by this user");
        }
        if (pictures.isEmpty()) {
            throw new SourceException("there is no picture in folder " + folder + "; allowed: jpg, jpeg and png files");
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
