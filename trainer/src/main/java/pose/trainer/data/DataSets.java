package pose.trainer.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pose.skeleton.Skeleton;

/**
 * Data sets by the name that command lines and experiments give them, {@code KIND:PATH?key=value&…}. Every kind that reads
 * files knows these options:
 *
 * <ul>
 *   <li>{@code first}, {@code last}: pictures by their place in the label file, from 1. With either, no other split is
 *       made.
 *   <li>{@code skeleton}: convert the labels to this skeleton, see {@link pose.skeleton.SkeletonConversion}.
 *   <li>{@code leastParts}: labelled parts a person needs.
 *   <li>{@code exclude}: a file of what to leave out, see {@link ExcludeList}.
 * </ul>
 *
 * What an option says comes before what the caller's {@link Selection} says; but the skeleton must be the caller's, where
 * there is one. The kinds:
 *
 * <ul>
 *   <li>{@code lspet:DIR}, see {@link LspetDataSet}, and {@code lsp:DIR}, see {@link LspDataSet}.
 *   <li>{@code mpii:DIR}, see {@link MpiiDataSet}; {@code images}, {@code split=train|validation|all}, {@code
 *       people=all|single}.
 *   <li>{@code flic:DIR}, see {@link FlicDataSet}; {@code images}, {@code split=train|test|all}.
 *   <li>{@code coco:DIR} or {@code coco:FILE.json}, see {@link CocoDataSet}; {@code images}.
 *   <li>{@code csv:FILE}, see {@link CsvDataSet}; {@code images}, {@code parts} (the labels' own skeleton).
 *   <li>{@code synthetic:COUNT}, see {@link SyntheticDataSet}; {@code seed} of the first picture, {@code people} in a
 *       picture, {@code skeleton} and {@code cache}, none of the above.
 *   <li>{@code matches:COUNT}, see {@link MatchDataSet}; {@code seed} of the first match, {@code skeleton} and {@code cache}:
 *       a folder of its own in which each picture is kept once it is made.
 * </ul>
 */
public final class DataSets {

    /** The kinds there are, as help and messages list them. */
    public static final String KINDS =
            "lspet:DIR, lsp:DIR, mpii:DIR, flic:DIR, coco:DIR or FILE.json, csv:FILE, synthetic:COUNT, matches:COUNT "
                    + "(1 to 999999)";

    static final String ALLOWED = "allowed: " + KINDS;

    private static final Set<String> COMMON = Set.of("first", "last", "skeleton", "leastParts", "exclude");

    private static final String IMAGES = "images";
    private static final String CACHE = "cache";

    private DataSets() {}

    /** Opens a data set with everyone in it, see {@link #open(String, Purpose, Selection)}. */
    public static DataSet open(String name, Purpose purpose) throws DataSetException {
        return open(name, purpose, Selection.EVERYONE);
    }

    /**
     * Opens a data set.
     *
     * @throws DataSetException where it cannot be read, or its options leave nobody; names the file
     * @throws IllegalArgumentException where the name is of no kind there is, or has options its kind does not know
     */
    public static DataSet open(String text, Purpose purpose, Selection selection) throws DataSetException {
        DataSetName name = DataSetName.parse(text);
        return switch (name.kind()) {
            case "lspet" -> LspetDataSet.open(path(name), range(name), purpose, selection(name, selection));
            case "lsp" -> LspDataSet.open(path(name), range(name), purpose, selection(name, selection));
            case "mpii" -> mpii(name, purpose, selection(name, selection));
            case "flic" -> flic(name, purpose, selection(name, selection));
            case "coco" ->
                CocoDataSet.open(path(name, IMAGES), images(name), range(name), purpose, selection(name, selection));
            case "csv" -> csv(name, selection(name, selection));
            case "synthetic" -> {
                name.allowing(Set.of("seed", "people", "skeleton", CACHE));
                yield kept(name, synthetic(name, purpose, selection));
            }
            case "matches" -> {
                name.allowing(Set.of("seed", "skeleton", CACHE));
                yield kept(name, matches(name, purpose, selection));
            }
            default -> throw new IllegalArgumentException("data set '" + text + "' is unknown; " + ALLOWED);
        };
    }

    private static DataSet mpii(DataSetName name, Purpose purpose, Selection selection) throws DataSetException {
        Path path = path(name, IMAGES, "split", "people");
        Optional<Range> range = range(name);
        String people = name.option("people").orElse(purpose == Purpose.TRAINING ? "all" : "single");
        if (!Set.of("all", "single").contains(people)) {
            throw new IllegalArgumentException(
                    "data set '" + name.text() + "': people=" + people + " is not allowed; allowed: all, single");
        }
        Split split = Split.of(name, range.isPresent(), Split.TRAIN, Split.VALIDATION, purpose);
        return MpiiDataSet.open(
                path, images(name), new MpiiDataSet.Choice(range, split, people.equals("single")), selection);
    }

    private static DataSet flic(DataSetName name, Purpose purpose, Selection selection) throws DataSetException {
        Path path = path(name, IMAGES, "split");
        Optional<Range> range = range(name);
        Split split = Split.of(name, range.isPresent(), Split.TRAIN, Split.TEST, purpose);
        return FlicDataSet.open(path, images(name), range, split, selection);
    }

    private static DataSet csv(DataSetName name, Selection selection) throws DataSetException {
        Path file = path(name, IMAGES, "parts");
        return CsvDataSet.open(file, images(name), skeleton(name, "parts"), range(name), selection);
    }

    private static Optional<Path> images(DataSetName name) {
        return name.option(IMAGES).map(Path::of);
    }

    /** The path, once it is sure that there are no options but the common ones and these. */
    private static Path path(DataSetName name, String... options) {
        name.allowing(
                Set.copyOf(Stream.concat(COMMON.stream(), Stream.of(options)).toList()));
        return Path.of(name.path());
    }

    private static Optional<Range> range(DataSetName name) {
        Optional<Integer> first = name.number("first", 1, Integer.MAX_VALUE);
        Optional<Integer> last = name.number("last", 1, Integer.MAX_VALUE);
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(first.orElse(1), last.orElse(Integer.MAX_VALUE)));
    }

    private static Selection selection(DataSetName name, Selection selection) throws DataSetException {
        Optional<String> exclude = name.option("exclude");
        return new Selection(
                skeleton(name, selection),
                name.number("leastParts", 1, Integer.MAX_VALUE).orElse(selection.leastParts()),
                exclude.isPresent() ? ExcludeList.read(Path.of(exclude.get())) : selection.excludes());
    }

    private static Optional<Skeleton> skeleton(DataSetName name, Selection selection) {
        Optional<Skeleton> own = skeleton(name, "skeleton");
        Optional<Skeleton> asked = selection.skeleton();
        if (own.isPresent() && asked.isPresent() && !own.equals(asked)) {
            throw new IllegalArgumentException(
                    "data set '" + name.text() + "': skeleton=" + own.get().name() + " is not allowed here; allowed: "
                            + asked.get().name());
        }
        return own.or(() -> asked);
    }

    private static Optional<Skeleton> skeleton(DataSetName name, String key) {
        return name.option(key)
                .map(wanted -> Skeleton.named(wanted)
                        .orElseThrow(() -> new IllegalArgumentException("data set '" + name.text() + "': " + key + "="
                                + wanted + " is unknown; allowed: " + Skeleton.names())));
    }

    private static DataSet synthetic(DataSetName name, Purpose purpose, Selection selection) {
        return new SyntheticDataSet(
                name.count(SyntheticDataSet.MOST),
                seed(name, purpose, SyntheticDataSet.TRAINING_SEED, SyntheticDataSet.JUDGING_SEED),
                name.number("people", 1, SyntheticDataSet.MOST_PEOPLE).orElse(1),
                skeleton(name, selection).orElse(Skeleton.LSP14));
    }

    private static DataSet matches(DataSetName name, Purpose purpose, Selection selection) {
        return new MatchDataSet(
                name.count(MatchDataSet.MOST),
                seed(name, purpose, MatchDataSet.TRAINING_SEED, MatchDataSet.JUDGING_SEED),
                skeleton(name, selection).orElse(Skeleton.LSP14));
    }

    private static long seed(DataSetName name, Purpose purpose, long training, long judging) {
        return name.number("seed", 0, Integer.MAX_VALUE)
                .map(Integer::longValue)
                .orElse(purpose == Purpose.TRAINING ? training : judging);
    }

    /** Kept where the option says, if it does. */
    private static DataSet kept(DataSetName name, DataSet made) {
        return name.option(CACHE)
                .<DataSet>map(folder -> new StoredDataSet(made, Path.of(folder)))
                .orElse(made);
    }
}
