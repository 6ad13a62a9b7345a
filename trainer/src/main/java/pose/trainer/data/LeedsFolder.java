package pose.trainer.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Matrix;

/**
 * What the folders of Leeds Sports Pose and its extension have in common: {@code joints.mat} with one matrix {@code
 * joints} of three dimensions, the last of them the people, and {@code images/}, one numbered picture a person.
 *
 * @param name of the data set, e.g. {@code lsp}
 * @param trainingImages how many of the first images train; the rest judges
 * @param id a person's, and the picture's name, by the image's number
 * @param rows first dimension
 * @param columns second dimension
 * @param parts reads one person's labels, in pixels from 0
 */
record LeedsFolder(String name, int trainingImages, String id, int rows, int columns, PartsReader parts) {

    /** Reads the labels of person {@code index}. */
    @FunctionalInterface
    interface PartsReader {
        List<Optional<Point>> read(Matrix joints, int index);
    }

    DataSet open(Path folder, Optional<Range> range, Purpose purpose, Selection selection) throws DataSetException {
        Path file = folder.resolve("joints.mat");
        String expected =
                "a matrix 'joints', " + rows + "×" + columns + "×N, as in the official folder, beside images/";
        List<List<Optional<Point>>> people = MatFiles.read(file, "joints", expected, variable -> {
            Matrix joints = joints(variable, file, expected);
            return Stream.iterate(0, i -> i < joints.getDimensions()[2], i -> i + 1)
                    .map(index -> parts.read(joints, index))
                    .toList();
        });
        Intake intake = new Intake(Skeleton.LSP14, selection, range.orElseGet(() -> usual(purpose, people.size())));
        for (int index = 0; index < people.size(); index++) {
            String person = String.format(Locale.ROOT, id, index + 1);
            Path picture = folder.resolve("images").resolve(person + ".jpg");
            intake.add(new LabelledPicture(picture, index, List.of(new LabelledPerson(person, people.get(index)))));
        }
        return intake.finish(name + " " + intake.numbers(), file);
    }

    private Range usual(Purpose purpose, int people) {
        if (purpose == Purpose.TRAINING) {
            return new Range(1, trainingImages);
        }
        return people > trainingImages ? new Range(trainingImages + 1, people) : Range.ALL;
    }

    private Matrix joints(Array joints, Path file, String expected) throws DataSetException {
        int[] dimensions = joints.getDimensions();
        if (!(joints instanceof Matrix matrix)
                || dimensions.length != 3
                || dimensions[0] != rows
                || dimensions[1] != columns) {
            throw new DataSetException(file + ": joints is " + joints.getType() + " " + Arrays.toString(dimensions)
                    + "; expected " + expected);
        }
        return matrix;
    }
}
