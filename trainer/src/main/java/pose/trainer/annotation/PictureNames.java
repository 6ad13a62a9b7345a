package pose.trainer.annotation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What files of labels call their pictures: by their way from the folder that all pictures are in. */
public final class PictureNames {

    private PictureNames() {}

    /**
     * The deepest folder that all these files are in or below.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Path folder(Collection<Path> files) {
        return files.stream()
                .map(file -> parent(file.toAbsolutePath().normalize()))
                .reduce(PictureNames::common)
                .orElseThrow(() -> new IllegalArgumentException("no pictures"));
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common)) {
            common = parent(common);
        }
        return common;
    }

    private static Path parent(Path path) {
        return path.resolveSibling(".").normalize();
    }

    /** A file's name below a folder, with slashes on every system. */
    public static String below(Path folder, Path file) {
        Path way = folder.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
        return StreamSupport.stream(way.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** A picture's name without what follows the last dot. */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
