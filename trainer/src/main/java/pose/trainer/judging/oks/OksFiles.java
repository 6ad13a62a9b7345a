package pose.trainer.judging.oks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pose.trainer.annotation.CocoFile;
import pose.trainer.annotation.CocoResults;
import pose.trainer.csv.BadCsvException;
import pose.trainer.csv.PeoplePredictionCsv;
import pose.trainer.csv.PeopleTruthCsv;

/**
 * Labels and predictions of anybody's, joined by picture.
 *
 * @param parts names, in the order of everybody's
 * @param pictures in the order of the truth; of a COCO file by id, as COCO's own tools take them
 * @param strangers pictures of the predictions that the truth does not have, which do not count
 */
public record OksFiles(List<String> parts, List<JudgedPicture> pictures, Set<String> strangers) {

    public OksFiles {
        parts = List.copyOf(parts);
        pictures = List.copyOf(pictures);
        strangers = Set.copyOf(strangers);
    }

    /**
     * Joins two CSV files.
     *
     * @throws BadCsvException where a person's rows contradict each other, or a prediction is of a part that the truth nowhere
     *     has
     */
    public static OksFiles of(List<PeopleTruthCsv.Line> truth, List<PeoplePredictionCsv.Part> predictions)
            throws BadCsvException {
        CsvPeople people = CsvPeople.of(truth);
        return join(people.parts(), people.byPicture(), CsvFound.byPicture(predictions, people.parts()));
    }

    /** Joins a COCO file and results in COCO's form. */
    public static OksFiles ofResults(CocoFile truth, List<CocoResults.Result> predictions) {
        Map<String, List<FoundOne>> found = new LinkedHashMap<>();
        for (CocoResults.Result result : predictions) {
            found.computeIfAbsent(Long.toString(result.image()), key -> new ArrayList<>())
                    .add(FoundOne.everyPart(result.points(), result.score()));
        }
        return join(truth.skeleton().parts(), people(truth), found);
    }

    /**
     * Joins a COCO file and a CSV file, whose pictures are the ids or the names of the COCO file's.
     *
     * @throws BadCsvException where a person's rows contradict each other, or a prediction is of a part that the truth does not
     *     have
     */
    public static OksFiles ofCsv(CocoFile truth, List<PeoplePredictionCsv.Part> predictions) throws BadCsvException {
        Map<String, String> ids = new HashMap<>();
        truth.images().forEach(image -> ids.put(image.fileName(), Long.toString(image.id())));
        truth.images().forEach(image -> ids.put(Long.toString(image.id()), Long.toString(image.id())));
        Map<String, List<FoundOne>> found = new LinkedHashMap<>();
        CsvFound.byPicture(predictions, truth.skeleton().parts())
                .forEach((image, people) -> found.computeIfAbsent(
                                ids.getOrDefault(image, image), key -> new ArrayList<>())
                        .addAll(people));
        return join(truth.skeleton().parts(), people(truth), found);
    }

    private static Map<String, List<TrueOne>> people(CocoFile truth) {
        Map<Long, List<CocoFile.Person>> byImage = truth.peopleByImage();
        Map<String, List<TrueOne>> people = new LinkedHashMap<>();
        truth.images().stream()
                .sorted(Comparator.comparingLong(CocoFile.Image::id))
                .forEach(image -> people.put(
                        Long.toString(image.id()),
                        byImage.getOrDefault(image.id(), List.of()).stream()
                                .map(TrueOne::of)
                                .toList()));
        return people;
    }

    private static OksFiles join(
            List<String> parts, Map<String, List<TrueOne>> people, Map<String, List<FoundOne>> found) {
        List<JudgedPicture> pictures = new ArrayList<>();
        people.forEach((image, those) -> pictures.add(new JudgedPicture(those, found.getOrDefault(image, List.of()))));
        Set<String> strangers = new TreeSet<>(found.keySet());
        strangers.removeAll(people.keySet());
        return new OksFiles(parts, pictures, strangers);
    }
}
