package pose.trainer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pose.skeleton.Skeleton;

/** Several data sets of one skeleton, one behind the other. */
public final class MixedDataSet implements DataSet {

    private final List<DataSet> sets;

    public MixedDataSet(List<DataSet> sets) {
        if (sets.isEmpty()
                || sets.stream().anyMatch(s -> !s.skeleton().equals(sets.get(0).skeleton()))) {
            throw new IllegalArgumentException("a mix needs at least one data set, and all of one skeleton");
        }
        this.sets = List.copyOf(sets);
    }

    @Override
    public String name() {
        return sets.stream().map(DataSet::name).collect(Collectors.joining(" + "));
    }

    @Override
    public Skeleton skeleton() {
        return sets.get(0).skeleton();
    }

    @Override
    public int size() {
        return sets.stream().mapToInt(DataSet::size).sum();
    }

    @Override
    public List<DataSetSummary> summaries() {
        return sets.stream().flatMap(set -> set.summaries().stream()).toList();
    }

    @Override
    public Set<Path> files() {
        return sets.stream().flatMap(set -> set.files().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        int i = index;
        for (DataSet set : sets) {
            if (i < set.size()) {
                return set.sample(i);
            }
            i -= set.size();
        }
        throw new IndexOutOfBoundsException("sample " + index + " of " + size());
    }
}
