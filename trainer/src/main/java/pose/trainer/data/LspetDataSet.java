package pose.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.cpm.BrokenPictureException;
import pose.cpm.Picture;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/**
 * Leeds Sports Pose Extended (Johnson and Everingham, CVPR 2011), read from its official folder: {@code joints.mat},
 * 14×3×N, and {@code images/im00001.jpg} onwards. The third value is 1 = labelled, 0 = coordinates unusable. Labels are
 * one-based as MATLAB counts pixels; a few lie outside the picture or are negative and count as not labelled.
 */
public final class LspetDataSet implements DataSet {

    /** Images 1 to 8000 train, the rest validates. */
    public static final int TRAINING_IMAGES = 8000;

    private final Path folder;
    private final String name;
    private final List<Entry> entries;

    /** One person's labels; {@code number} is the picture's, from 1. */
    private record Entry(int number, List<Optional<Point>> parts) {}

    private LspetDataSet(Path folder, String name, List<Entry> entries) {
        this.folder = folder;
        this.name = name;
        this.entries = List.copyOf(entries);
    }

    /**
     * Opens images {@code first} to {@code last}, both included, counted from 1; those beyond the folder's end, and those
     * with fewer labelled parts than asked for, are left out.
     *
     * @param leastParts labelled parts a person needs to be taken, at least 1
     * @throws DataSetException where the folder is none of LSPET's form
     */
    public static LspetDataSet open(Path folder, int first, int last, int leastParts) throws DataSetException {
        return open(folder, people(folder.resolve("joints.mat")), first, last, leastParts);
    }

    /**
     * Opens what no training here has seen: the images after {@link #TRAINING_IMAGES}, or all of a folder of LSPET's form
     * that has no more people than that.
     *
     * @throws DataSetException where the folder is none of LSPET's form
     */
    public static LspetDataSet openForJudging(Path folder) throws DataSetException {
        List<List<Optional<Point>>> people = people(folder.resolve("joints.mat"));
        int first = people.size() > TRAINING_IMAGES ? TRAINING_IMAGES + 1 : 1;
        return open(folder, people, first, people.size(), 1);
    }

    private static LspetDataSet open(
            Path folder, List<List<Optional<Point>>> people, int first, int last, int leastParts)
            throws DataSetException {
        List<Entry> entries = new ArrayList<>();
        for (int number = Math.max(1, first); number <= Math.min(last, people.size()); number++) {
            if (!Files.isRegularFile(picture(folder, number))) {
                continue;
            }
            List<Optional<Point>> parts = people.get(number - 1);
            if (parts.stream().filter(Optional::isPresent).count() >= Math.max(1, leastParts)) {
                entries.add(new Entry(number, parts));
            }
        }
        if (entries.isEmpty()) {
            throw new DataSetException(
                    folder + ": no labelled picture images/im%05d.jpg from ".formatted(first) + first + " to " + last);
        }
        return new LspetDataSet(
                folder,
                "lspet " + entries.get(0).number() + "-"
                        + entries.get(entries.size() - 1).number(),
                entries);
    }

    private static List<List<Optional<Point>>> people(Path file) throws DataSetException {
        if (!Files.isRegularFile(file)) {
            throw new DataSetException(file + ": no such file; an LSPET folder has joints.mat and images/");
        }
        try (MatFile mat = Mat5.readFromFile(file.toFile())) {
            Matrix joints = mat.getMatrix("joints");
            int[] dimensions = joints.getDimensions();
            if (dimensions.length != 3 || dimensions[0] != Skeleton.LSP14.size() || dimensions[1] != 3) {
                throw new DataSetException(
                        file + ": joints is " + java.util.Arrays.toString(dimensions) + "; LSPET's is [14, 3, N]");
            }
            List<List<Optional<Point>>> people = new ArrayList<>(dimensions[2]);
            for (int person = 0; person < dimensions[2]; person++) {
                people.add(parts(joints, person));
            }
            return people;
        } catch (IOException | RuntimeException e) {
            throw new DataSetException(
                    file + ": cannot be read as a MATLAB file with a matrix 'joints': " + e.getMessage());
        }
    }

    private static List<Optional<Point>> parts(Matrix joints, int person) {
        int parts = Skeleton.LSP14.size();
        List<Optional<Point>> points = new ArrayList<>(parts);
        for (int p = 0; p < parts; p++) {
            double x = joints.getDouble(new int[] {p, 0, person}) - 1;
            double y = joints.getDouble(new int[] {p, 1, person}) - 1;
            boolean labelled = joints.getDouble(new int[] {p, 2, person}) == 1 && x >= 0 && y >= 0;
            points.add(labelled ? Optional.of(new Point(x, y)) : Optional.empty());
        }
        return points;
    }

    private static Path picture(Path folder, int number) {
        return folder.resolve("images").resolve(String.format(Locale.ROOT, "im%05d.jpg", number));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Skeleton skeleton() {
        return Skeleton.LSP14;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        Entry entry = entries.get(index);
        Path file = picture(folder, entry.number());
        try {
            Picture picture = Picture.decodeJpeg(Files.readAllBytes(file));
            return new Sample(
                    String.format(Locale.ROOT, "im%05d", entry.number()),
                    file.toString(),
                    picture,
                    entry.parts(),
                    List.of(),
                    Optional.empty(),
                    OptionalDouble.empty());
        } catch (IOException | BrokenPictureException e) {
            throw new DataSetException(file + " (index " + index + "): " + e.getMessage());
        }
    }
}
