package pose.trainer.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pose.skeleton.Point;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PredictionCsv;
import pose.trainer.csv.TrueLabel;
import pose.trainer.csv.TruthCsv;

/**
 * Predictions of anybody's, matched with the truth by id and part.
 *
 * @param judged everybody of the truth, the parts in the truth's order
 * @param missing labelled parts that were not predicted, which count as wrong
 * @param strangers ids of the predictions that the truth does not have, which do not count
 */
public record JudgedFiles(Judged judged, int missing, Set<String> strangers) {

    public JudgedFiles {
        strangers = Set.copyOf(strangers);
    }

    /**
     * Matches two files.
     *
     * @throws BadCsvException where a prediction is of a part that the truth nowhere has
     */
    public static JudgedFiles of(List<TruthCsv.Located> truth, List<PredictionCsv.Located> predictions)
            throws BadCsvException {
        Map<String, Map<String, TrueLabel>> people = new LinkedHashMap<>();
        Set<String> parts = new LinkedHashSet<>();
        for (TruthCsv.Located located : truth) {
            TrueLabel label = located.label();
            people.computeIfAbsent(label.id(), id -> new HashMap<>()).put(label.part(), label);
            parts.add(label.part());
        }
        Map<String, Map<String, Point>> found = new HashMap<>();
        Set<String> strangers = new TreeSet<>();
        for (PredictionCsv.Located located : predictions) {
            if (!parts.contains(located.part().part())) {
                throw located.row()
                        .error("part '" + located.part().part() + "' is unknown; the truth has "
                                + String.join(", ", parts));
            }
            String id = located.part().id();
            if (people.containsKey(id)) {
                found.computeIfAbsent(id, key -> new HashMap<>())
                        .put(located.part().part(), located.part().point());
            } else {
                strangers.add(id);
            }
        }
        List<String> order = List.copyOf(parts);
        List<JudgedPerson> judged = new ArrayList<>(people.size());
        people.forEach((id, labels) -> judged.add(person(order, labels, found.getOrDefault(id, Map.of()))));
        return new JudgedFiles(new Judged(order, judged), missing(judged), strangers);
    }

    private static JudgedPerson person(List<String> parts, Map<String, TrueLabel> labels, Map<String, Point> found) {
        List<JudgedPart> judged = new ArrayList<>(parts.size());
        for (String part : parts) {
            TrueLabel label = labels.get(part);
            // A part without a row is one that is not labelled; its scale is of no account.
            judged.add(
                    label == null
                            ? new JudgedPart(Optional.empty(), Optional.empty(), 1)
                            : new JudgedPart(label.point(), Optional.ofNullable(found.get(part)), label.scale()));
        }
        return new JudgedPerson(judged);
    }

    private static int missing(List<JudgedPerson> people) {
        return (int) people.stream()
                .flatMap(person -> person.parts().stream())
                .filter(part -> part.isLabelled() && part.predicted().isEmpty())
                .count();
    }
}
