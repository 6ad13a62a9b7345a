package pose.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * Frames Labeled in Cinema (Sapp and Taskar, CVPR 2013), read from its official file, {@code examples.mat}, with the
 * pictures in {@code images/} beside it. Of the 29 places of {@code coords} it labels eleven, of which {@code flic9} takes
 * nine (not the eyes); not a number means not labelled. Labels are one-based as MATLAB counts pixels, and
 * <em>observer-centric</em>: see {@link Skeleton#FLIC9}; asked for in another skeleton, the observer's left becomes the
 * person's right. An id is the picture's name; a second person in the same picture has {@code -2} behind it.
 *
 * <p>The given box is a square around the torso box's centre, three times its longer side: as far as an upper body with
 * stretched arms reaches. {@code istrain} and {@code istest} are the split; what the file marks as {@code isbad} is
 * skipped.
 */
final class FlicDataSet {

    private static final String FILE = "examples.mat";
    private static final String EXPECTED =
            "FLIC's " + FILE + ": structs 'examples' with coords 2×29, filepath, torsobox, " + "istrain and istest";
    private static final int PLACES = 29;
    private static final int REACH = 3;

    /** Where in {@code coords} each part of {@code flic9} is, from 0. */
    private static final int[] COLUMNS = {0, 1, 2, 3, 4, 5, 6, 9, 16};

    private FlicDataSet() {}

    /**
     * Opens a folder, or the label file itself.
     *
     * @param images the pictures' folder; without one, {@code images} beside the label file
     * @throws DataSetException where it is none of FLIC's form
     */
    static DataSet open(Path path, Optional<Path> images, Optional<Range> range, Split split, Selection selection)
            throws DataSetException {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        ImageFolder folder = new ImageFolder(images.orElseGet(() -> file.resolveSibling("images")));
        return MatFiles.read(file, "examples", EXPECTED, variable -> {
            if (!(variable instanceof Struct examples)) {
                throw new DataSetException(file + ": examples is " + variable.getType() + "; expected " + EXPECTED);
            }
            Intake intake = new Intake(Skeleton.FLIC9, selection, range.orElse(Range.ALL));
            Map<Path, Integer> seen = new HashMap<>();
            for (int index = 0; index < examples.getNumElements(); index++) {
                take(new MatFields(examples, index, file + " (index " + index + ")"), folder, seen, split, intake);
            }
            return intake.finish(
                    "flic " + split.word() + range.map(r -> " " + r).orElse(""), file);
        });
    }

    private static void take(MatFields example, ImageFolder folder, Map<Path, Integer> seen, Split split, Intake intake)
            throws DataSetException {
        Path picture = folder.file(example.text("filepath"), example.where());
        int nth = seen.merge(picture, 1, Integer::sum);
        String id = ImageFolder.stem(picture) + (nth == 1 ? "" : "-" + nth);
        LabelledPerson person = new LabelledPerson(id, parts(example), true, box(example), OptionalDouble.empty());
        LabelledPicture labelled = new LabelledPicture(picture, example.element(), List.of(person));
        if (!isIn(example, split)) {
            intake.passOver(labelled);
        } else if (isSet(example, "isbad")) {
            intake.passOver(labelled);
            intake.count(Reason.BAD, id, example.element());
        } else {
            intake.add(labelled);
        }
    }

    private static boolean isIn(MatFields example, Split split) throws DataSetException {
        return switch (split) {
            case TRAIN -> isSet(example, "istrain");
            case TEST -> isSet(example, "istest");
            default -> true;
        };
    }

    private static boolean isSet(MatFields example, String flag) throws DataSetException {
        return example.number(flag).filter(value -> value == 1).isPresent();
    }

    private static List<Optional<Point>> parts(MatFields example) throws DataSetException {
        Matrix coords =
                example.matrix("coords").orElseThrow(() -> example.missing("coords", "2×" + PLACES + " numbers"));
        if (!Arrays.equals(coords.getDimensions(), new int[] {2, PLACES})) {
            throw new DataSetException(example.where() + ": coords is " + Arrays.toString(coords.getDimensions())
                    + "; expected [2, " + PLACES + "]");
        }
        List<Optional<Point>> parts = new ArrayList<>();
        for (int column : COLUMNS) {
            double x = coords.getDouble(0, column) - 1;
            double y = coords.getDouble(1, column) - 1;
            boolean isLabelled = !Double.isNaN(x) && !Double.isNaN(y);
            parts.add(isLabelled ? Optional.of(new Point(x, y)) : Optional.empty());
        }
        return parts;
    }

    /** From left, top, right, bottom. */
    private static Optional<Box> box(MatFields example) throws DataSetException {
        Optional<Matrix> torso = example.matrix("torsobox");
        if (torso.isEmpty()) {
            return Optional.empty();
        }
        if (torso.get().getNumElements() != 4) {
            throw new DataSetException(
                    example.where() + ": torsobox has " + torso.get().getNumElements() + " numbers; expected 4");
        }
        Point from = new Point(torso.get().getDouble(0) - 1, torso.get().getDouble(1) - 1);
        Point to = new Point(torso.get().getDouble(2) - 1, torso.get().getDouble(3) - 1);
        double width = to.x() - from.x();
        double height = to.y() - from.y();
        boolean isBox = width > 0 && height > 0 && Double.isFinite(width + height + from.x() + from.y());
        return isBox ? Optional.of(new Box(from.x(), from.y(), width, height).square(REACH)) : Optional.empty();
    }
}
