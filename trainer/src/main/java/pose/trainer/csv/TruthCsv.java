package pose.trainer.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;

/**
 * Labels as {@code id,part,x,y,labelled,scale}, one row a part. Where {@code labelled} is 0, {@code x} and {@code y} say
 * nothing and are not read. {@code scale} is the normalising length in pixels, of more than 0.
 */
public final class TruthCsv {

    private static final List<String> COLUMNS = List.of("id", "part", "x", "y", "labelled", "scale");

    private TruthCsv() {}

    /** A label with the row it came from, for messages. */
    public record Located(TrueLabel label, CsvRow row) {}

    /** Reads a file, in its order. */
    public static List<Located> read(Path file) throws BadCsvException {
        Rows rows = new Rows();
        List<Located> labels = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file, COLUMNS)) {
            TrueLabel label = label(row);
            rows.requireFirst(row, label.id(), label.part());
            labels.add(new Located(label, row));
        }
        return labels;
    }

    private static TrueLabel label(CsvRow row) throws BadCsvException {
        double scale = row.number("scale");
        if (!(scale > 0)) {
            throw row.error("scale is '" + row.value("scale") + "'; it must be a length of more than 0 pixels");
        }
        Optional<Point> point =
                row.flag("labelled") ? Optional.of(new Point(row.number("x"), row.number("y"))) : Optional.empty();
        return new TrueLabel(row.text("id"), row.text("part"), point, scale);
    }

    /** Writes a file that {@link #read} reads back exactly. Coordinates of what is not labelled are left empty. */
    public static void write(Path file, List<TrueLabel> labels) throws IOException {
        CsvOutput.write(
                file,
                COLUMNS,
                labels.stream()
                        .map(label -> List.of(
                                label.id(),
                                label.part(),
                                label.point()
                                        .map(point -> Double.toString(point.x()))
                                        .orElse(""),
                                label.point()
                                        .map(point -> Double.toString(point.y()))
                                        .orElse(""),
                                label.point().isPresent() ? "1" : "0",
                                Double.toString(label.scale())))
                        .toList());
    }
}
