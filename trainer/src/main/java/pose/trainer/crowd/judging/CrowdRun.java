package pose.trainer.crowd.judging;

import java.util.ArrayList;
import java.util.List;
import pose.trainer.crowd.Crowd;
import pose.trainer.crowd.CrowdDataSet;
import pose.trainer.data.DataSetException;

/** Has every picture of a data set looked at. */
public final class CrowdRun {

    private static final int BATCH = 8;

    private final CrowdDataSet data;

    public CrowdRun(CrowdDataSet data) {
        this.data = data;
    }

    /**
     * Runs a finder over the data set.
     *
     * @throws DataSetException where a picture cannot be read
     */
    public List<JudgedCrowd> run(Finder finder) throws DataSetException {
        List<JudgedCrowd> judged = new ArrayList<>();
        for (int from = 0; from < data.size(); from += BATCH) {
            List<Crowd> crowds = new ArrayList<>();
            for (int i = from; i < Math.min(data.size(), from + BATCH); i++) {
                crowds.add(data.crowd(i));
            }
            var found = finder.find(crowds.stream().map(Crowd::picture).toList());
            for (int k = 0; k < crowds.size(); k++) {
                judged.add(JudgedCrowd.of(from + k, crowds.get(k), found.get(k)));
            }
        }
        return judged;
    }
}
