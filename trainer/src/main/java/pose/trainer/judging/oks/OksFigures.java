package pose.trainer.judging.oks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * COCO's ten figures of keypoints (Lin et al., ECCV 2014): average precision (AP) and recall (AR) by object keypoint similarity,
 * over thresholds from 0.5 to 0.95, at 0.5 and at 0.75, and of people of medium and large size. At most {@value
 * Matching#MOST_FOUND} predictions a picture count.
 *
 * @param pictures judged
 * @param people to find
 * @param found predicted, also those that do not count
 */
public record OksFigures(int pictures, int people, int found, OksScores all, OksScores medium, OksScores large) {

    /**
     * Judges pictures.
     *
     * @param parts names, in the order of everybody's
     * @throws IllegalArgumentException where a part has no sigma, or somebody has more or fewer parts
     */
    public static OksFigures of(List<String> parts, List<JudgedPicture> pictures) {
        pictures.forEach(picture -> requireParts(parts, picture));
        Similarity similarity = new Similarity(parts);
        OksScores all = scores(pictures, similarity, AreaRange.ALL);
        return new OksFigures(
                pictures.size(),
                all.toFind(),
                pictures.stream().mapToInt(picture -> picture.found().size()).sum(),
                all,
                scores(pictures, similarity, AreaRange.MEDIUM),
                scores(pictures, similarity, AreaRange.LARGE));
    }

    private static OksScores scores(List<JudgedPicture> pictures, Similarity similarity, AreaRange range) {
        return OksScores.of(pictures.stream()
                .map(picture -> new Matching(picture, similarity, range))
                .toList());
    }

    private static void requireParts(List<String> parts, JudgedPicture picture) {
        picture.people().forEach(person -> requireParts(parts, person.parts()));
        picture.found().forEach(person -> requireParts(parts, person.parts()));
    }

    private static void requireParts(List<String> parts, List<?> persons) {
        if (persons.size() != parts.size()) {
            throw new IllegalArgumentException(
                    "a person has " + persons.size() + " parts; everybody has " + parts.size() + ": " + parts);
        }
    }

    /** The ten figures in per cent, in COCO's order, by name; what nobody could be judged by is absent. */
    public Map<String, OptionalDouble> byName() {
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        figures.put("ap", perCent(all.averagePrecision()));
        figures.put("ap50", perCent(all.precisionAt(0.5)));
        figures.put("ap75", perCent(all.precisionAt(0.75)));
        figures.put("apMedium", perCent(medium.averagePrecision()));
        figures.put("apLarge", perCent(large.averagePrecision()));
        figures.put("ar", perCent(all.averageRecall()));
        figures.put("ar50", perCent(all.recallAt(0.5)));
        figures.put("ar75", perCent(all.recallAt(0.75)));
        figures.put("arMedium", perCent(medium.averageRecall()));
        figures.put("arLarge", perCent(large.averageRecall()));
        return figures;
    }

    private static OptionalDouble perCent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
    }

    /**
     * {@code {"pictures": …, "people": …, "found": …, "ap": …, … "arLarge": …}} in per cent, rounded to a hundredth; a figure is
     * absent where there was nobody of that size.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pictures", pictures);
        map.put("people", people);
        map.put("found", found);
        byName().forEach((name, figure) -> figure.ifPresent(value -> map.put(name, Math.round(value * 100) / 100.0)));
        return map;
    }
}
