package pose.trainer.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pose.skeleton.Skeleton;

/**
 * Evenly spaced samples of a data set, decoded once and kept in memory as far as a quarter of the heap goes: dozens of
 * runs look at the same pictures.
 */
public final class KeptDataSet implements DataSet {

    private final DataSet whole;
    private final int size;
    private final long room;
    private final AtomicLong taken = new AtomicLong();
    private final Map<Integer, Sample> kept = new ConcurrentHashMap<>();

    /** @param most samples that are taken; 0 for all */
    public KeptDataSet(DataSet whole, int most) {
        this.whole = whole;
        this.size = most == 0 ? whole.size() : Math.min(most, whole.size());
        this.room = Runtime.getRuntime().maxMemory() / 4;
    }

    @Override
    public String name() {
        return size == whole.size() ? whole.name() : size + " of " + whole.name();
    }

    @Override
    public Skeleton skeleton() {
        return whole.skeleton();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<DataSetSummary> summaries() {
        return whole.summaries();
    }

    @Override
    public Set<Path> files() {
        return whole.files();
    }

    @Override
    public Sample sample(int index) throws DataSetException {
        @Nullable Sample before = kept.get(index);
        if (before != null) {
            return before;
        }
        Sample sample = whole.sample((int) ((long) index * whole.size() / size));
        long bytes = 3L * sample.picture().width() * sample.picture().height();
        if (taken.addAndGet(bytes) <= room) {
            kept.put(index, sample);
        } else {
            taken.addAndGet(-bytes);
        }
        return sample;
    }
}
