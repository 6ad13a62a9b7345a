package pose.trainer.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study found.
 *
 * @param title of the document
 * @param equal what all variants had in common, one sentence: what makes the comparison fair, and what it leaves out
 * @param main the table that answers
 * @param files further tables by the name of the CSV file they go to, without its ending
 * @param notes how to read it, a paragraph each
 * @param plots in order
 */
public record Report(
        String title, String equal, Table main, Map<String, Table> files, List<String> notes, List<Plot> plots) {

    public Report {
        files = new LinkedHashMap<>(files);
        notes = List.copyOf(notes);
        plots = List.copyOf(plots);
    }
}
