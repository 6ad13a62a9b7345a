package pose.trainer.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Point;

/**
 * Predictions in pictures with any number of people, as {@code image,id,part,x,y,score}, one row a part. The id is whoever
 * predicts' own, and tells whose parts belong together; {@code score} is the person's, the same in all of their rows.
 */
public final class PeoplePredictionCsv {

    private static final List<String> COLUMNS = List.of("image", "id", "part", "x", "y", "score");

    private PeoplePredictionCsv() {}

    /**
     * One row.
     *
     * @param row it came from, for messages
     */
    public record Part(String image, String id, String part, Point point, double score, CsvRow row) {}

    /** Reads a file, in its order. */
    public static List<Part> read(Path file) throws BadCsvException {
        Rows rows = new Rows();
        List<Part> parts = new ArrayList<>();
        for (CsvRow row : CsvTable.read(file, COLUMNS)) {
            Part part = new Part(
                    row.text("image"),
                    row.text("id"),
                    row.text("part"),
                    new Point(row.number("x"), row.number("y")),
                    row.number("score"),
                    row);
            rows.requireFirst(row, part.image(), part.id(), part.part());
            parts.add(part);
        }
        return parts;
    }
}
