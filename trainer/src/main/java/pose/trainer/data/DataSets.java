package pose.trainer.data;

import java.nio.file.Path;
import java.util.Set;

/**
 * Data sets by the name that command lines and experiments give them, {@code KIND:PATH?key=value&…}.
 *
 * <ul>
 *   <li>{@code lspet:DIR}: see {@link LspetDataSet}; {@code first} and {@code last} are image numbers. Training without
 *       them takes images 1 to 8000, judging those after 8000, or all of a folder that has no more.
 *   <li>{@code synthetic:COUNT}: rendered athletes; {@code seed} of the first, else each purpose has its own.
 * </ul>
 */
public final class DataSets {

    static final String ALLOWED = "allowed: lspet:DIR, synthetic:COUNT (1 to 999999)";

    private DataSets() {}

    /** Opens a data set with everyone in it, see {@link #open(String, Purpose, Selection)}. */
    public static DataSet open(String name, Purpose purpose) throws DataSetException {
        return open(name, purpose, Selection.EVERYONE);
    }

    /**
     * Opens a data set.
     *
     * @throws DataSetException where it cannot be read; names the file
     * @throws IllegalArgumentException where the name is of no kind there is, or has options its kind does not know
     */
    public static DataSet open(String text, Purpose purpose, Selection selection) throws DataSetException {
        DataSetName name = DataSetName.parse(text);
        return switch (name.kind()) {
            case "lspet" -> lspet(name.allowing(Set.of("first", "last")), purpose, selection);
            case "synthetic" -> synthetic(name.allowing(Set.of("seed")), purpose);
            default -> throw new IllegalArgumentException("data set '" + text + "' is unknown; " + ALLOWED);
        };
    }

    private static DataSet lspet(DataSetName name, Purpose purpose, Selection selection) throws DataSetException {
        Path folder = Path.of(name.path());
        boolean isWhole = name.options().isEmpty();
        if (isWhole && purpose == Purpose.JUDGING) {
            return LspetDataSet.openForJudging(folder);
        }
        int last = isWhole ? LspetDataSet.TRAINING_IMAGES : Integer.MAX_VALUE;
        return LspetDataSet.open(
                folder,
                name.number("first", 1, Integer.MAX_VALUE).orElse(1),
                name.number("last", 1, Integer.MAX_VALUE).orElse(last),
                selection.leastParts());
    }

    private static DataSet synthetic(DataSetName name, Purpose purpose) {
        long seed = purpose == Purpose.TRAINING ? SyntheticDataSet.TRAINING_SEED : SyntheticDataSet.JUDGING_SEED;
        return new SyntheticDataSet(
                name.count(SyntheticDataSet.MOST),
                name.number("seed", 0, Integer.MAX_VALUE)
                        .map(Integer::longValue)
                        .orElse(seed));
    }
}
