package pose.trainer.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a COCO data set's files are.
 *
 * @param labels the label file
 * @param images the pictures' folder
 */
record CocoFolder(Path labels, ImageFolder images) {

    private static final String PREFIX = "person_keypoints";

    /** Finds them, see {@link CocoDataSet#open}. */
    static CocoFolder of(Path path, Optional<Path> images, Purpose purpose) throws DataSetException {
        Path labels = Files.isDirectory(path) ? labels(path, purpose) : path;
        return new CocoFolder(labels, new ImageFolder(images.orElseGet(() -> beside(labels.toAbsolutePath()))));
    }

    private static Path labels(Path folder, Purpose purpose) throws DataSetException {
        String year = purpose == Purpose.TRAINING ? "_train2017.json" : "_val2017.json";
        List<Path> folders = Stream.of(folder.resolve("annotations"), folder)
                .filter(Files::isDirectory)
                .toList();
        List<Path> found = new ArrayList<>();
        for (Path candidate : folders) {
            if (Files.isRegularFile(candidate.resolve(PREFIX + year))) {
                return candidate.resolve(PREFIX + year);
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(candidate, PREFIX + "*.json")) {
                files.forEach(found::add);
            } catch (IOException e) {
                throw new DataSetException(candidate + ": cannot be read: " + e);
            }
        }
        if (found.size() != 1) {
            throw new DataSetException(folder + ": has " + found.size() + " files " + PREFIX + "*.json; expected "
                    + PREFIX + year + " or just one; or name the file itself");
        }
        return found.get(0);
    }

    private static Path beside(Path labels) {
        String stem = ImageFolder.stem(labels);
        String set = stem.substring(stem.lastIndexOf('_') + 1);
        Path folder = labels.resolveSibling(".").normalize();
        return Stream.of("images/" + set, set, "images", "../images/" + set, "../" + set, "../images")
                .map(name -> folder.resolve(name).normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(folder);
    }
}
