package pose.stream;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;

/**
 * The model that looks at frames now. Another version takes over between two batches, and only once it has loaded: what
 * cannot be loaded leaves the last good one at work. Pictures are decoded and cropped on threads of its own, while the
 * engine is at the batch before.
 */
public final class LiveModel implements BatchInference, AutoCloseable {

    private final PersonLocator locator;
    private final EngineName engine;
    private final List<ComputeDevice> devices;
    private final ExecutorService preparers;
    private ModelLease current;

    LiveModel(PoseModel model, PersonLocator locator, EngineName engine, List<ComputeDevice> devices, int preparers) {
        this.current = new ModelLease(model);
        this.locator = locator;
        this.engine = engine;
        this.devices = List.copyOf(devices);
        AtomicInteger number = new AtomicInteger();
        this.preparers = Executors.newFixedThreadPool(preparers, work -> {
            Thread thread = new Thread(work, "pose-preparation-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Loads a first version onto the CPU, with a preparing thread a processor; failures as the other. */
    public static LiveModel load(WeightsVersion version, PersonLocator locator, EngineName engine)
            throws BadWeightsException {
        return load(
                version,
                locator,
                engine,
                List.of(ComputeDevice.CPU),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Loads a first version.
     *
     * @param devices at least one; each runs batches of its own
     * @param preparers threads that decode and crop, at least 1
     * @throws BadWeightsException where the weights do not fit their manifest
     * @throws IllegalArgumentException where the engine or a device is not there
     */
    public static LiveModel load(
            WeightsVersion version,
            PersonLocator locator,
            EngineName engine,
            List<ComputeDevice> devices,
            int preparers)
            throws BadWeightsException {
        return new LiveModel(CpmModel.load(version, engine, devices), locator, engine, devices, preparers);
    }

    /**
     * Loads another version and lets it take over from the next batch on. The one before is freed with its last batch.
     *
     * @throws BadWeightsException where it does not load; the version before stays at work
     */
    public void swap(WeightsVersion version) throws BadWeightsException {
        // Loading takes its time, and batches go on meanwhile.
        swap(CpmModel.load(version, engine, devices));
    }

    void swap(PoseModel next) {
        ModelLease before;
        synchronized (this) {
            before = current;
            current = new ModelLease(next);
        }
        before.retire();
    }

    @Override
    public String engine() {
        return ComputeDevice.engineFor(engine, devices).name().toLowerCase(Locale.ROOT);
    }

    /** The version at work. */
    public WeightsRef weights() {
        return model().weights();
    }

    @Override
    public FrameBatch open(int room) {
        ModelLease lease;
        synchronized (this) {
            lease = current.use();
        }
        return new ModelBatch(lease, locator, preparers, room);
    }

    @Override
    public int devices() {
        return devices.size();
    }

    @Override
    public void probe() {
        ModelLease lease;
        synchronized (this) {
            lease = current.use();
        }
        try {
            lease.model().probe();
        } finally {
            lease.release();
        }
    }

    private synchronized PoseModel model() {
        return current.model();
    }

    @Override
    public void close() {
        preparers.shutdown();
        ModelLease last;
        synchronized (this) {
            last = current;
        }
        last.retire();
    }
}
