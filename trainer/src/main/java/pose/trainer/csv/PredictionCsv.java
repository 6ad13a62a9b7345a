package pose.trainer.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Point;

/** Predictions as {@code id,part,x,y}, one row a part; a part that was not found has no row. */
public final class PredictionCsv {

    private static final List<String> COLUMNS = List.of("id", "part", "x", "y");

    private PredictionCsv() {}

    /** A prediction with the row it came from, for messages. */
    public record Located(PredictedPart part, CsvRow row) {}

    /** Reads a file, in its order. */
    public static List<Located> read(Path file) throws BadCsvException {
        Rows rows = new Rows();
        List<Located> parts = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file, COLUMNS)) {
            Point point = new Point(row.number("x"), row.number("y"));
            PredictedPart part = new PredictedPart(row.text("id"), row.text("part"), point);
            rows.requireFirst(row, part.id(), part.part());
            parts.add(new Located(part, row));
        }
        return parts;
    }

    /** Writes a file that {@link #read} reads back exactly. */
    public static void write(Path file, List<PredictedPart> parts) throws IOException {
        CsvOutput.write(
                file,
                COLUMNS,
                parts.stream()
                        .map(part -> List.of(
                                part.id(),
                                part.part(),
                                Double.toString(part.point().x()),
                                Double.toString(part.point().y())))
                        .toList());
    }
}
