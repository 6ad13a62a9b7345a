package pose.trainer.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Keypoint;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.CsvOutput;
import pose.trainer.csv.CsvRow;
import pose.trainer.csv.PredictionCsv;

/**
 * Predictions as {@code id,part,x,y} with a fifth column {@code score}, which a file may lack: then every prediction
 * weighs the same.
 */
public final class PredictionFile {

    private static final List<String> COLUMNS = List.of("id", "part", "x", "y", "score");

    private PredictionFile() {}

    /**
     * Reads what a file says of these people; what it says of others is passed over.
     *
     * @throws BadCsvException where it cannot be read, names a part that there is not, or nobody of these people
     */
    public static Predictions read(Path file, CheckedPeople people) throws BadCsvException {
        Map<String, List<Optional<Keypoint>>> found = new HashMap<>();
        people.people()
                .forEach(person -> found.put(
                        person.id(),
                        new ArrayList<>(Collections.nCopies(people.skeleton().size(), Optional.<Keypoint>empty()))));
        boolean none = true;
        for (PredictionCsv.Located located : PredictionCsv.read(file)) {
            int part = people.skeleton().parts().indexOf(located.part().part());
            if (part < 0) {
                throw located.row()
                        .error("part '" + located.part().part() + "' is unknown; skeleton "
                                + people.skeleton().name() + " has "
                                + String.join(", ", people.skeleton().parts()));
            }
            List<Optional<Keypoint>> parts = found.get(located.part().id());
            if (parts != null) {
                none = false;
                parts.set(
                        part,
                        Optional.of(new Keypoint(
                                located.part().point().x(),
                                located.part().point().y(),
                                score(located.row()))));
            }
        }
        if (none) {
            throw new BadCsvException(file + " has predictions of nobody in the data set, whose ids are like '"
                    + people.people().get(0).id() + "'");
        }
        return new Predictions(found);
    }

    private static double score(CsvRow row) throws BadCsvException {
        return row.value("score").isEmpty() ? 1 : row.number("score");
    }

    /** Writes a file that {@link #read} and every reader of {@link PredictionCsv} take: hundredths of a pixel. */
    public static void write(Path file, CheckedPeople people, Predictions predictions) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CheckedPerson person : people.people()) {
            List<Optional<Keypoint>> parts = predictions.of(person);
            for (int p = 0; p < parts.size(); p++) {
                String part = people.skeleton().parts().get(p);
                parts.get(p)
                        .ifPresent(k -> rows.add(List.of(
                                person.id(), part, rounded(k.x(), 2), rounded(k.y(), 2), rounded(k.score(), 4))));
            }
        }
        CsvOutput.write(file, COLUMNS, rows);
    }

    private static String rounded(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
