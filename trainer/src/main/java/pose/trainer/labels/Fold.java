package pose.trainer.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/**
 * Some of a data set's people.
 *
 * @param indices of theirs in the whole
 */
record Fold(DataSet whole, String name, List<Integer> indices) implements DataSet {

    /**
     * Neighbours in a data set are often of one scene, even one person: as many as this stay together, so that a network
     * does not learn from one what it predicts for the other.
     */
    private static final int NEIGHBOURS = 20;

    Fold {
        indices = List.copyOf(indices);
    }

    /** The fold of so many that a person falls into, from 0. */
    static int of(int index, int folds) {
        return index / NEIGHBOURS % folds;
    }

    /** Those people of a data set whose index passes. */
    static Fold where(DataSet whole, String name, IntPredicate taken) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            if (taken.test(i)) {
                indices.add(i);
            }
        }
        return new Fold(whole, name, indices);
    }

    @Override
    public Skeleton skeleton() {
        return whole.skeleton();
    }

    @Override
    public int size() {
        return indices.size();
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        return whole.sample(indices.get(index));
    }
}
