package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.Set;
import pose.trainer.data.DataSetException;

/** A data set of which each epoch shows a part, the next one the next, and the first again behind the last. */
final class TurningCrowds implements CrowdDataSet {

    private final CrowdDataSet whole;
    private final int pictures;

    /** @param pictures of an epoch */
    TurningCrowds(CrowdDataSet whole, int pictures) {
        this.whole = whole;
        this.pictures = pictures;
    }

    @Override
    public String name() {
        return whole.name() + " (" + pictures + " an epoch)";
    }

    @Override
    public int size() {
        return pictures;
    }

    @Override
    public boolean isComposed() {
        return whole.isComposed();
    }

    @Override
    public Set<Path> files() {
        return whole.files();
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        return crowd(index, 0);
    }

    @Override
    public Crowd crowd(int index, int epoch) throws DataSetException {
        return whole.crowd((int) (((long) epoch * pictures + index) % whole.size()));
    }
}
