package pose.trainer.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that a label file's picture names are in.
 *
 * @param path of the folder
 */
public record ImageFolder(Path path) {

    /**
     * The file of this name, which may be in a folder below.
     *
     * @param where the name is from, for messages
     * @throws DataSetException where the name leads out of the folder or is none
     */
    public Path file(String name, String where) throws DataSetException {
        try {
            Path file = path.resolve(name).normalize();
            if (!name.isEmpty() && file.startsWith(path.normalize()) && !file.equals(path.normalize())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new DataSetException(where + ": '" + name + "' is no file's name: " + e.getReason());
        }
        throw new DataSetException(where + ": '" + name + "' is no file below " + path);
    }

    /** A file's name without its folder and what follows the last dot. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
