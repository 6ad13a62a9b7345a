package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pose.skeleton.Point;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PeoplePredictionCsv.Part;

/** Everybody of a predictions file. */
final class CsvFound {

    private CsvFound() {}

    /**
     * People by picture, in the file's order.
     *
     * @param parts names, in the order of everybody's
     * @throws BadCsvException where a part is none of these, or the rows of a person contradict each other
     */
    static Map<String, List<FoundOne>> byPicture(List<Part> rows, List<String> parts) throws BadCsvException {
        Map<String, Map<String, List<Part>>> byId = new LinkedHashMap<>();
        for (Part row : rows) {
            if (!parts.contains(row.part())) {
                throw row.row()
                        .error("part '" + row.part() + "' is unknown; the truth has " + String.join(", ", parts));
            }
            List<Part> person = byId.computeIfAbsent(row.image(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(row.id(), key -> new ArrayList<>());
            if (!person.isEmpty() && person.get(0).score() != row.score()) {
                throw row.row()
                        .error("id '" + row.id() + "' has another score than on line "
                                + person.get(0).row().line() + "; it is the person's");
            }
            person.add(row);
        }
        Map<String, List<FoundOne>> found = new LinkedHashMap<>();
        byId.forEach((image, people) -> found.put(
                image,
                people.values().stream().map(person -> person(person, parts)).toList()));
        return found;
    }

    private static FoundOne person(List<Part> rows, List<String> parts) {
        Map<String, Point> byPart = new HashMap<>();
        rows.forEach(row -> byPart.put(row.part(), row.point()));
        return new FoundOne(
                parts.stream()
                        .map(part -> Optional.ofNullable(byPart.get(part)))
                        .toList(),
                rows.get(0).score());
    }
}
