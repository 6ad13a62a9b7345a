package pose.trainer.annotation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pose.skeleton.Point;
import pose.trainer.csv.CsvOutput;

/**
 * Writes labels in the form that the data set kind {@code csv} reads: {@code id,part,x,y,labelled,occluded,picture}, one row a
 * part. A part that is not labelled keeps its row, and its guess where there is one.
 */
public final class LabelsCsv {

    /** As the header has them. */
    public static final List<String> COLUMNS = List.of("id", "part", "x", "y", "labelled", "occluded", "picture");

    private LabelsCsv() {}

    /**
     * Writes a file.
     *
     * @param picture from a picture's name to what the file calls it
     */
    public static void write(Path file, Annotations annotations, UnaryOperator<String> picture) throws IOException {
        List<String> parts = annotations.skeleton().parts();
        List<List<String>> rows = new ArrayList<>();
        for (AnnotatedPicture annotated : annotations.pictures()) {
            for (AnnotatedPerson person : annotated.people()) {
                for (int p = 0; p < parts.size(); p++) {
                    Mark mark = person.marks().get(p);
                    Optional<Point> point = mark.point();
                    rows.add(List.of(
                            person.id(),
                            parts.get(p),
                            point.map(at -> Hundredths.text(at.x())).orElse(""),
                            point.map(at -> Hundredths.text(at.y())).orElse(""),
                            mark.isLabelled() ? "1" : "0",
                            mark.sight() == Sight.HIDDEN ? "1" : "0",
                            picture.apply(annotated.name())));
                }
            }
        }
        CsvOutput.write(file, COLUMNS, rows);
    }
}
