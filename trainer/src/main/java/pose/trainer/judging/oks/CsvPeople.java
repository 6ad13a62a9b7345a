package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PeopleTruthCsv;
import pose.trainer.csv.PeopleTruthCsv.Label;

/**
 * Everybody of a truth file.
 *
 * @param parts names, in the order in which the file first has them
 * @param byPicture in the file's order
 */
record CsvPeople(List<String> parts, Map<String, List<TrueOne>> byPicture) {

    /** @throws BadCsvException where the rows of a person contradict each other */
    static CsvPeople of(List<PeopleTruthCsv.Line> lines) throws BadCsvException {
        Set<String> parts = new LinkedHashSet<>();
        Map<String, Map<String, List<Label>>> rows = new LinkedHashMap<>();
        for (PeopleTruthCsv.Line line : lines) {
            Map<String, List<Label>> picture = rows.computeIfAbsent(line.image(), key -> new LinkedHashMap<>());
            if (line.label().isPresent()) {
                Label label = line.label().get();
                List<Label> person = picture.computeIfAbsent(label.id(), key -> new ArrayList<>());
                if (!person.isEmpty()) {
                    requireSame(person.get(0), label);
                }
                person.add(label);
                parts.add(label.part());
            }
        }
        List<String> order = List.copyOf(parts);
        Map<String, List<TrueOne>> people = new LinkedHashMap<>();
        rows.forEach((image, picture) -> people.put(
                image,
                picture.values().stream().map(person -> person(order, person)).toList()));
        return new CsvPeople(order, people);
    }

    private static void requireSame(Label first, Label label) throws BadCsvException {
        if (label.area() != first.area() || label.isCrowd() != first.isCrowd()) {
            throw label.row()
                    .error("id '" + label.id() + "' has another area or crowd than on line "
                            + first.row().line() + "; they are the person's");
        }
    }

    private static TrueOne person(List<String> parts, List<Label> labels) {
        Map<String, Label> byPart = new HashMap<>();
        labels.forEach(label -> byPart.put(label.part(), label));
        Label first = labels.get(0);
        return new TrueOne(
                parts.stream()
                        .map(part -> Optional.ofNullable(byPart.get(part)).flatMap(Label::point))
                        .toList(),
                first.area(),
                Optional.empty(),
                first.isCrowd());
    }
}
