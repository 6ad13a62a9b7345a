package pose.trainer.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;

/**
 * Labels of pictures with any number of people, as {@code image,id,part,x,y,labelled,area}, one row a part, and {@code crowd}
 * where there is such a column: 1 for several people labelled as one. {@code area} is what the person covers in square pixels, the
 * same in all of their rows. A row with an image alone tells of a picture that nobody is in.
 */
public final class PeopleTruthCsv {

    private static final List<String> COLUMNS = List.of("image", "id", "part", "x", "y", "labelled", "area");
    private static final String CROWD = "crowd";

    private PeopleTruthCsv() {}

    /**
     * One row about somebody's part.
     *
     * @param id of the person, within the picture
     * @param point where it is, in pixels; absent where not labelled
     * @param row the label came from, for messages
     */
    public record Label(String id, String part, Optional<Point> point, double area, boolean isCrowd, CsvRow row) {}

    /**
     * One row.
     *
     * @param label absent where the row only says that there is such a picture
     */
    public record Line(String image, Optional<Label> label) {}

    /** Reads a file, in its order. */
    public static List<Line> read(Path file) throws BadCsvException {
        Rows rows = new Rows();
        List<Line> lines = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file, COLUMNS)) {
            String image = row.text("image");
            Optional<Label> label =
                    row.value("id").isEmpty() && row.value("part").isEmpty()
                            ? Optional.empty()
                            : Optional.of(label(row));
            if (label.isPresent()) {
                rows.requireFirst(row, image, label.get().id(), label.get().part());
            }
            lines.add(new Line(image, label));
        }
        return lines;
    }

    private static Label label(CsvRow row) throws BadCsvException {
        double area = row.number("area");
        if (!(area >= 0)) {
            throw row.error("area is '" + row.value("area") + "'; it must be 0 or more square pixels");
        }
        Optional<Point> point =
                row.flag("labelled") ? Optional.of(new Point(row.number("x"), row.number("y"))) : Optional.empty();
        boolean isCrowd = !row.value(CROWD).isEmpty() && row.flag(CROWD);
        return new Label(row.text("id"), row.text("part"), point, area, isCrowd, row);
    }
}
