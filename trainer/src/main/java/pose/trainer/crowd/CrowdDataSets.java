package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.DataSetName;
import pose.trainer.data.DataSets;
import pose.trainer.data.Purpose;

/**
 * Data sets of crowds by the name that command lines and experiments give them:
 *
 * <ul>
 *   <li>{@code yolo:DIR}, see {@link YoloFolder}, and {@code boxes:FILE.json}, see {@link CocoBoxes}. {@code
 *       split=train|validation|all}: sorted by the number in their names, so that a film's neighbours stay together, the last
 *       quarter validates. {@code aspect=16:9} un-squashes pictures that were made square. {@code labelled=all|boxes|hull}:
 *       where everybody is labelled, see {@link LabelledArea}. {@code times}: how often an epoch sees each picture.
 *   <li>{@code mosaic:COUNT?people=NAME&ground=NAME,NAME}, see {@link Mosaics}: people of a data set of single people, see {@link
 *       DataSets}, in pictures of data sets of this kind. {@code seed}.
 *   <li>{@code lone:COUNT?people=NAME}, see {@link LonePeople}. {@code seed}.
 *   <li>{@code athletes:COUNT} and {@code matches:COUNT}, see {@link AthleteCrowds}. {@code seed}.
 * </ul>
 *
 * Each takes {@code epoch=COUNT}: an epoch shows so many of its pictures, the next one the next. What is made anew takes {@code cache=DIR}, a folder of its own in which each picture is kept once it is made.
 */
public final class CrowdDataSets {

    /** The kinds there are, as help and messages list them. */
    public static final String KINDS =
            "yolo:DIR, boxes:FILE.json, mosaic:COUNT?people=lspet:DIR&ground=yolo:DIR, lone:COUNT?people=lspet:DIR, "
                    + "athletes:COUNT, matches:COUNT";

    private static final int MOST = 999_999;
    private static final int MOST_TIMES = 1000;
    /** One picture of so many validates. */
    private static final int VALIDATION_SHARE = 4;

    private CrowdDataSets() {}

    /**
     * Opens a data set, or several with {@code  + } between their names.
     *
     * @throws DataSetException where it cannot be read; names the file
     * @throws IllegalArgumentException where the name is of no kind there is, or has options its kind does not know
     */
    public static CrowdDataSet open(String text, Purpose purpose) throws DataSetException {
        List<CrowdDataSet> sets = new ArrayList<>();
        for (String name : text.split(" \\+ ", -1)) {
            sets.add(one(name.trim(), purpose));
        }
        return sets.size() == 1 ? sets.get(0) : new MixedCrowds(sets);
    }

    private static CrowdDataSet one(String text, Purpose purpose) throws DataSetException {
        DataSetName name = DataSetName.parse(text);
        CrowdDataSet whole = whole(name, purpose);
        return name.number("epoch", 1, MOST)
                .<CrowdDataSet>map(pictures -> new TurningCrowds(whole, pictures))
                .orElse(whole);
    }

    private static CrowdDataSet whole(DataSetName name, Purpose purpose) throws DataSetException {
        return switch (name.kind()) {
            case "yolo" -> boxed(checked(name), YoloFolder.read(Path.of(name.path())), purpose);
            case "boxes" -> boxed(checked(name), CocoBoxes.read(Path.of(name.path())), purpose);
            case "mosaic" -> {
                name.allowing(Set.of("people", "ground", "seed", "cache", "epoch"));
                DataSet people = DataSets.open(people(name), purpose);
                yield kept(name, new Mosaics(name.count(MOST), seed(name, purpose), people, ground(name, purpose)));
            }
            case "lone" -> {
                name.allowing(Set.of("people", "seed", "cache", "epoch"));
                yield kept(
                        name,
                        new LonePeople(name.count(MOST), seed(name, purpose), DataSets.open(people(name), purpose)));
            }
            case "athletes" -> rendered(name, AthleteCrowds.Kind.ATHLETES, purpose);
            case "matches" -> rendered(name, AthleteCrowds.Kind.MATCHES, purpose);
            default ->
                throw new IllegalArgumentException("data set '" + name.text() + "' is unknown; allowed: " + KINDS);
        };
    }

    private static CrowdDataSet rendered(DataSetName name, AthleteCrowds.Kind kind, Purpose purpose) {
        name.allowing(Set.of("seed", "cache", "epoch"));
        long usual = purpose == Purpose.TRAINING ? AthleteCrowds.TRAINING_SEED : AthleteCrowds.JUDGING_SEED;
        long seed = name.number("seed", 0, Integer.MAX_VALUE)
                .map(Integer::longValue)
                .orElse(usual);
        return kept(name, new AthleteCrowds(kind, name.count(MOST), seed));
    }

    /** Kept where the option {@code cache} says, if it does. */
    private static CrowdDataSet kept(DataSetName name, CrowdDataSet made) {
        return name.option("cache")
                .<CrowdDataSet>map(folder -> new KeptCrowds(made, Path.of(folder)))
                .orElse(made);
    }

    private static DataSetName checked(DataSetName name) {
        return name.allowing(Set.of("split", "aspect", "labelled", "times", "epoch"));
    }

    private static CrowdDataSet boxed(DataSetName name, List<BoxedPicture> all, Purpose purpose)
            throws DataSetException {
        String usual = purpose == Purpose.TRAINING ? "train" : "validation";
        String split = name.option("split").orElse(usual);
        if (!Set.of("train", "validation", "all").contains(split)) {
            throw refused(name, "split=" + split, "train, validation, all");
        }
        List<BoxedPicture> ordered = all.stream()
                .sorted(Comparator.comparingLong(BoxedPicture::number).thenComparing(BoxedPicture::file))
                .toList();
        int first = ordered.size() - ordered.size() / VALIDATION_SHARE;
        List<BoxedPicture> taken = switch (split) {
            case "train" -> ordered.subList(0, first);
            case "validation" -> ordered.subList(first, ordered.size());
            default -> ordered;
        };
        if (taken.isEmpty()) {
            throw new DataSetException(name.path() + ": has no picture to take of split " + split);
        }
        int times = name.number("times", 1, MOST_TIMES).orElse(1);
        List<BoxedPicture> repeated = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            repeated.addAll(taken);
        }
        String title = name.kind() + " " + Path.of(name.path()).normalize().getFileName() + " " + split + " "
                + taken.size() + (times == 1 ? "" : " × " + times);
        return new BoxedPictures(title, repeated, new BoxedPictures.Form(aspect(name), area(name)));
    }

    private static LabelledArea area(DataSetName name) {
        try {
            return LabelledArea.named(name.option("labelled").orElse("all"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("data set '" + name.text() + "': " + e.getMessage(), e);
        }
    }

    private static OptionalDouble aspect(DataSetName name) {
        Optional<String> aspect = name.option("aspect");
        if (aspect.isEmpty()) {
            return OptionalDouble.empty();
        }
        String[] sides = aspect.get().split(":", -1);
        if (sides.length != 2 || !sides[0].matches("[1-9][0-9]{0,3}") || !sides[1].matches("[1-9][0-9]{0,3}")) {
            throw refused(name, "aspect=" + aspect.get(), "width:height, e.g. 16:9");
        }
        return OptionalDouble.of(Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]));
    }

    private static String people(DataSetName name) {
        return name.option("people").orElseThrow(() -> refused(name, "no option people", "people=NAME"));
    }

    private static Optional<CrowdDataSet> ground(DataSetName name, Purpose purpose) throws DataSetException {
        Optional<String> names = name.option("ground");
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<CrowdDataSet> grounds = new ArrayList<>();
        for (String one : Arrays.asList(names.get().split(",", -1))) {
            grounds.add(open(one, purpose));
        }
        return Optional.of(new MixedCrowds(grounds));
    }

    private static long seed(DataSetName name, Purpose purpose) {
        int usual = purpose == Purpose.TRAINING ? 1_000_000 : 900_000_000;
        return name.number("seed", 0, Integer.MAX_VALUE).orElse(usual);
    }

    private static IllegalArgumentException refused(DataSetName name, String what, String allowed) {
        return new IllegalArgumentException(
                "data set '" + name.text() + "': " + what + " is not allowed; allowed: " + allowed);
    }
}
