package pose.stream;

import java.util.List;
import java.util.concurrent.ExecutorService;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;

/**
 * The locator that looks for people now. Another version takes over between two batches, and only once it has loaded, as of a
 * {@link LiveModel}; a locator is never tried beside another one.
 */
public final class LiveLocator implements PersonFinding, LiveVersion<LoadedLocator>, AutoCloseable {

    private final ExecutorService preparers;
    private ModelLease<FinderModel> current;

    private LiveLocator(LoadedLocator first, int preparers) {
        this.current = first.lease();
        this.preparers = Preparation.threads("pose-locating", preparers);
    }

    /**
     * Begins with a version that is loaded, which it frees from now on.
     *
     * @param preparers threads that decode and scale, at least 1
     */
    public static LiveLocator of(LoadedLocator first, int preparers) {
        return new LiveLocator(first, preparers);
    }

    /**
     * Loads a version onto the CPU, with a preparing thread a processor.
     *
     * @throws BadWeightsException where the weights do not fit their manifest, or are no locator's
     * @throws IllegalArgumentException where the engine is not there
     */
    public static LiveLocator load(WeightsVersion version, EngineName engine) throws BadWeightsException {
        return of(
                new LocatorLoader(engine, List.of(ComputeDevice.CPU)).load(version),
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void swap(LoadedLocator next) {
        ModelLease<FinderModel> before;
        synchronized (this) {
            before = current;
            current = next.lease();
        }
        before.retire();
    }

    @Override
    public synchronized WeightsRef weights() {
        return current.model().weights();
    }

    @Override
    public ModelPin pin() {
        return LoadedLocator.pin(use(), preparers);
    }

    @Override
    public ModelPin pinServing() {
        return LoadedLocator.pin(use(), Runnable::run);
    }

    @Override
    public FrameBatch open(int room) {
        return new FinderBatch(use(), preparers, room);
    }

    private synchronized ModelLease<FinderModel> use() {
        return current.use();
    }

    @Override
    public synchronized int devices() {
        return current.model().devices();
    }

    @Override
    public void probe() {
        try (ModelPin now = pin()) {
            now.probe();
        }
    }

    @Override
    public void close() {
        preparers.shutdown();
        ModelLease<FinderModel> last;
        synchronized (this) {
            last = current;
        }
        last.retire();
    }
}
