package pose.trainer.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/**
 * MPII Human Pose (Andriluka et al., CVPR 2014), read from its official file, {@code mpii_human_pose_v1_u12_1.mat}, with
 * the pictures in {@code images/} beside it. Labels are one-based as MATLAB counts pixels. Every labelled person of a
 * picture is a sample of their own, {@code 015601864-1} being the first, and another in the rest's; hidden parts
 * ({@code is_visible} 0) are labelled too, and taken.
 *
 * <p>The given box is the square of {@code scale} × 200 pixels, the person's height, around {@code objpos}; the head's
 * length is 0.6 × the diagonal of the head box. Test pictures have no labels and are passed over; every tenth labelled
 * picture, counted in the file's order, validates and does not train, unless {@code split=all} or a range of pictures is
 * asked for, or there are fewer than ten. Judging takes only people far enough from others, {@code single_person}, as the
 * data set's own protocol does; {@code people=all} and {@code people=single} say otherwise.
 */
final class MpiiDataSet {

    private static final String FILE = "mpii_human_pose_v1_u12_1.mat";
    private static final String EXPECTED = "MPII's " + FILE + ": a struct RELEASE with annolist and img_train";
    private static final int HEIGHT = 200;
    private static final double HEAD = 0.6;
    private static final int EVERY = 10;

    private MpiiDataSet() {}

    /**
     * What of the file is taken.
     *
     * @param singlesOnly whether only the people of {@code single_person} are subjects
     */
    record Choice(Optional<Range> range, Split split, boolean singlesOnly) {}

    /**
     * Opens a folder, or the label file itself.
     *
     * @param images the pictures' folder; without one, {@code images} beside the label file
     * @throws DataSetException where it is none of MPII's form
     */
    static DataSet open(Path path, Optional<Path> images, Choice choice, Selection selection) throws DataSetException {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        ImageFolder folder = new ImageFolder(images.orElseGet(() -> file.resolveSibling("images")));
        return MatFiles.read(file, "RELEASE", EXPECTED, variable -> {
            MatFields release = MatFields.first(variable, file + ": RELEASE")
                    .orElseThrow(() -> new DataSetException(file + ": RELEASE is no struct; expected " + EXPECTED));
            Intake intake =
                    new Intake(Skeleton.MPII16, selection, choice.range().orElse(Range.ALL));
            take(release, file, folder, choice, intake);
            return intake.finish(
                    "mpii " + choice.split().word()
                            + choice.range().map(r -> " " + r).orElse(""),
                    file);
        });
    }

    private static void take(MatFields release, Path file, ImageFolder folder, Choice choice, Intake intake)
            throws DataSetException {
        Struct pictures = release.structs("annolist").orElseThrow(() -> release.missing("annolist", EXPECTED));
        Matrix training = release.matrix("img_train").orElseThrow(() -> release.missing("img_train", EXPECTED));
        Optional<Cell> singles =
                release.array("single_person").filter(Cell.class::isInstance).map(Cell.class::cast);
        int count = pictures.getNumElements();
        if (training.getNumElements() != count
                || (singles.isPresent() && singles.get().getNumElements() != count)) {
            throw new DataSetException(file + ": annolist has " + count + " pictures, img_train "
                    + training.getNumElements() + "; expected as many");
        }
        int labelled = 0;
        for (int index = 0; index < count; index++) {
            labelled += training.getDouble(index) == 1 ? 1 : 0;
        }
        int number = 0;
        for (int index = 0; index < count; index++) {
            if (training.getDouble(index) == 1) {
                int place = index;
                Optional<Set<Integer>> subjects =
                        choice.singlesOnly() ? singles.map(cell -> numbers(cell.get(place))) : Optional.empty();
                LabelledPicture picture = picture(
                        new MatFields(pictures, index, file + ": annolist (index " + index + ")"),
                        index,
                        folder,
                        subjects);
                if (isIn(choice.split(), number, labelled)) {
                    intake.add(picture);
                } else {
                    intake.passOver(picture);
                }
                number++;
            }
        }
    }

    private static boolean isIn(Split split, int number, int labelled) {
        boolean validates = number % EVERY == EVERY - 1;
        return split == Split.ALL || labelled < EVERY || validates == (split == Split.VALIDATION);
    }

    private static Set<Integer> numbers(Array array) {
        Set<Integer> numbers = new HashSet<>();
        if (array instanceof Matrix matrix) {
            for (int i = 0; i < matrix.getNumElements(); i++) {
                numbers.add(matrix.getInt(i));
            }
        }
        return numbers;
    }

    private static LabelledPicture picture(
            MatFields annotation, int index, ImageFolder folder, Optional<Set<Integer>> subjects)
            throws DataSetException {
        MatFields image =
                annotation.struct("image").orElseThrow(() -> annotation.missing("image", "a struct with name"));
        Path file = folder.file(image.text("name"), annotation.where());
        List<LabelledPerson> people = new ArrayList<>();
        Optional<Struct> rectangles = annotation.structs("annorect");
        for (int i = 0; rectangles.isPresent() && i < rectangles.get().getNumElements(); i++) {
            MatFields person = new MatFields(rectangles.get(), i, annotation.where() + " annorect " + (i + 1));
            boolean isSubject = subjects.isEmpty() || subjects.get().contains(i + 1);
            people.add(person(person, ImageFolder.stem(file) + "-" + (i + 1), isSubject));
        }
        return new LabelledPicture(file, index, people);
    }

    private static LabelledPerson person(MatFields person, String id, boolean isSubject) throws DataSetException {
        List<Optional<Point>> parts = new ArrayList<>();
        Skeleton.MPII16.parts().forEach(part -> parts.add(Optional.empty()));
        Optional<MatFields> annotated = person.struct("annopoints");
        Optional<Struct> points = annotated.isPresent() ? annotated.get().structs("point") : Optional.empty();
        for (int i = 0; points.isPresent() && i < points.get().getNumElements(); i++) {
            MatFields point = new MatFields(points.get(), i, person.where() + " point " + (i + 1));
            double part = point.need("id");
            if (part != Math.rint(part) || part < 0 || part >= parts.size()) {
                throw new DataSetException(point.where() + ": id is " + part + "; expected 0 to " + (parts.size() - 1));
            }
            parts.set((int) part, Optional.of(new Point(point.need("x") - 1, point.need("y") - 1)));
        }
        return new LabelledPerson(id, parts, isSubject, box(person), headLength(person));
    }

    private static Optional<Box> box(MatFields person) throws DataSetException {
        Optional<MatFields> centre = person.struct("objpos");
        Optional<Double> scale = person.number("scale").filter(s -> Double.isFinite(s) && s > 0);
        if (centre.isEmpty() || scale.isEmpty()) {
            return Optional.empty();
        }
        double side = scale.get() * HEIGHT;
        double x = centre.get().need("x") - 1;
        double y = centre.get().need("y") - 1;
        return Optional.of(new Box(x - side / 2, y - side / 2, side, side));
    }

    private static OptionalDouble headLength(MatFields person) throws DataSetException {
        if (person.number("x1").isEmpty()) {
            return OptionalDouble.empty();
        }
        double diagonal = Math.hypot(person.need("x2") - person.need("x1"), person.need("y2") - person.need("y1"));
        return diagonal > 0 ? OptionalDouble.of(HEAD * diagonal) : OptionalDouble.empty();
    }
}
