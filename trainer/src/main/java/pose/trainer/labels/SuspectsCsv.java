package pose.trainer.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pose.skeleton.Skeleton;
import pose.trainer.csv.CsvOutput;

/** Suspicions as {@code id,part,reason,score,rank}, one row a label; the labels of one suspicion share its rank. */
public final class SuspectsCsv {

    private static final List<String> COLUMNS = List.of("id", "part", "reason", "score", "rank");

    private SuspectsCsv() {}

    /**
     * Writes the file.
     *
     * @param ranked the worst first; it gets rank 1
     */
    public static void write(Path file, Skeleton skeleton, List<Suspicion> ranked) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Suspicion suspicion = ranked.get(i);
            String score = String.format(Locale.ROOT, "%.3f", suspicion.score());
            String rank = Integer.toString(i + 1);
            for (int part : suspicion.parts()) {
                rows.add(List.of(
                        suspicion.person().id(),
                        skeleton.parts().get(part),
                        suspicion.reason().toString(),
                        score,
                        rank));
            }
        }
        CsvOutput.write(file, COLUMNS, rows);
    }
}
