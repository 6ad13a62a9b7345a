package pose.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pose.cpm.Network;
import pose.cpm.WeightsVersion;
import pose.trainer.crowd.CrowdDataSet;
import pose.trainer.crowd.CrowdDataSets;
import pose.trainer.crowd.judging.Counts;
import pose.trainer.crowd.judging.CrowdRun;
import pose.trainer.crowd.judging.JudgedCrowd;
import pose.trainer.crowd.judging.LocatorFigures;
import pose.trainer.crowd.judging.NetworkFinder;
import pose.trainer.crowd.judging.WorstSheet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Purpose;

/** How good a locator is on a data set of crowds, at the score from which its version takes somebody to be there. */
final class LocatorJudging {

    private final WeightsVersion weights;
    private final Network network;
    private final CrowdDataSet data;
    private final List<JudgedCrowd> crowds;
    private final double score;

    /**
     * Judges it.
     *
     * @throws IllegalArgumentException where the data set is of no kind there is
     */
    LocatorJudging(WeightsVersion weights, Network network, String dataset) throws DataSetException {
        this.weights = weights;
        this.network = network;
        data = CrowdDataSets.open(dataset, Purpose.JUDGING);
        crowds = new CrowdRun(data).run(new NetworkFinder(network));
        score = weights.manifest().locatorScores().least();
    }

    void tell(PrintWriter out) {
        LocatorFigures figures = LocatorFigures.at(score, crowds);
        LocatorFigures best = LocatorFigures.of(crowds);
        out.println("weights " + weights + ", data " + data.name() + ", pictures " + figures.pictures() + ", people "
                + figures.all().people());
        out.println(String.format(
                Locale.ROOT,
                "at score %.2f; AP at IoU 0.5 %.1f; F1 would be highest, %.1f, at score %.2f",
                score,
                100 * figures.averagePrecision(),
                100 * best.all().f1(),
                best.score()));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "%-20s %7s %7s %7s %8s %10s",
                "extent",
                "people",
                "found",
                "wrong",
                "recall",
                "precision"));
        row(out, "all", figures.all());
        figures.sizes().forEach((size, counts) -> row(out, size, counts));
    }

    private static void row(PrintWriter out, String name, Counts counts) {
        out.println(String.format(
                Locale.ROOT,
                "%-20s %7d %7d %7d %8s %10s",
                name,
                counts.people(),
                counts.right(),
                counts.wrong(),
                share(counts.recall()),
                share(counts.precision())));
    }

    private static String share(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.3f", share) : "-";
    }

    Map<String, Object> toMap() {
        LocatorFigures figures = LocatorFigures.at(score, crowds);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("weights", weights.toString());
        map.put("data", data.name());
        map.put("pictures", figures.pictures());
        map.put("score", score);
        map.put("averagePrecision", figures.averagePrecision());
        map.put("all", counts(figures.all()));
        Map<String, Object> sizes = new LinkedHashMap<>();
        figures.sizes().forEach((size, counts) -> sizes.put(size, counts(counts)));
        map.put("sizes", sizes);
        return map;
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("people", counts.people());
        map.put("right", counts.right());
        map.put("wrong", counts.wrong());
        return map;
    }

    void writeWorst(Path file) throws IOException {
        try {
            WorstSheet.write(file, data, crowds, score, new NetworkFinder(network));
        } catch (DataSetException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
