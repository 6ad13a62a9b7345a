package pose.trainer;

import pose.cpm.network.Architecture;
import pose.trainer.data.DataSetException;

/** Makes what steps learn from; called from several threads. */
@FunctionalInterface
interface BatchMaking {

    /**
     * Makes one batch.
     *
     * @param indices of the pictures
     * @param epoch from 0
     * @param architecture what learns, at the epoch's input size
     */
    Batch make(int[] indices, int epoch, Architecture architecture) throws DataSetException;
}
