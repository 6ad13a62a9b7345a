package pose.trainer.data;

import java.nio.file.Path;

/** Data sets by the name a command line gives them: {@code lspet:DIR} or {@code synthetic:COUNT}. */
public final class DataSets {

    private DataSets() {}

    /**
     * Opens the part of a data set that is for judging, see {@link LspetDataSet#openForJudging}, or that many synthetic
     * athletes.
     *
     * @throws DataSetException where it cannot be read
     * @throws IllegalArgumentException where the name is of no such kind
     */
    public static DataSet openForJudging(String name) throws DataSetException {
        int colon = name.indexOf(':');
        String kind = colon < 0 ? name : name.substring(0, colon);
        String rest = colon < 0 ? "" : name.substring(colon + 1);
        if (kind.equals("lspet") && !rest.isEmpty()) {
            return LspetDataSet.openForJudging(Path.of(rest));
        }
        if (kind.equals("synthetic") && rest.matches("[1-9]\\d{0,5}")) {
            return new SyntheticDataSet(Integer.parseInt(rest), SyntheticDataSet.JUDGING_SEED);
        }
        throw new IllegalArgumentException(
                "data set '" + name + "' is unknown; allowed: lspet:DIR, synthetic:COUNT (1 to 999999)");
    }
}
