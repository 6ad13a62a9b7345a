package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.Set;
import pose.trainer.data.DataSetException;

/** Pictures of people, by index. Making one is a pure function of the index and may be done from several threads. */
public interface CrowdDataSet {

    /** How a manifest calls it, with how many pictures. */
    String name();

    int size();

    /**
     * Reads or makes picture {@code index}, from 0.
     *
     * @throws DataSetException where a file of it is missing or broken; names the file
     */
    Crowd crowd(int index) throws DataSetException;

    /**
     * Picture {@code index} of an epoch: sets that are larger than an epoch show others in each.
     *
     * @param epoch from 0
     */
    default Crowd crowd(int index, int epoch) throws DataSetException {
        return crowd(index);
    }

    /** Whether its pictures are made anew in every scale and place already: they are not zoomed any more. */
    default boolean isComposed() {
        return false;
    }

    /** The files it reads pictures from; none where it renders them. */
    default Set<Path> files() {
        return Set.of();
    }
}
