package pose.trainer.data;

import pose.skeleton.Skeleton;

/** Labelled people, by index. Reading one is a pure function of the index and may be done from several threads. */
public interface DataSet {

    /** How a manifest calls it, e.g. {@code lspet 1-8000}. */
    String name();

    Skeleton skeleton();

    int size();

    /**
     * Reads and decodes sample {@code index}, from 0.
     *
     * @throws DataSetException where its picture is missing or broken
     */
    Sample sample(int index) throws DataSetException;
}
