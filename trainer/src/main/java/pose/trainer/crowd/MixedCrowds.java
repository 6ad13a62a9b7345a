package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pose.trainer.data.DataSetException;

/** Several data sets of crowds, one behind the other. */
public final class MixedCrowds implements CrowdDataSet {

    private final List<CrowdDataSet> sets;

    public MixedCrowds(List<CrowdDataSet> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("a mix of crowds needs at least one data set");
        }
        this.sets = List.copyOf(sets);
    }

    @Override
    public String name() {
        return sets.stream().map(CrowdDataSet::name).collect(Collectors.joining(" + "));
    }

    @Override
    public int size() {
        return sets.stream().mapToInt(CrowdDataSet::size).sum();
    }

    @Override
    public Set<Path> files() {
        return sets.stream().flatMap(set -> set.files().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        Place place = place(index);
        return place.set().crowd(place.index());
    }

    /** Which data set a picture is of, and its index there. */
    record Place(CrowdDataSet set, int index) {}

    Place place(int index) {
        int i = index;
        for (CrowdDataSet set : sets) {
            if (i < set.size()) {
                return set instanceof MixedCrowds mix ? mix.place(i) : new Place(set, i);
            }
            i -= set.size();
        }
        throw new IndexOutOfBoundsException("picture " + index + " of " + size());
    }
}
