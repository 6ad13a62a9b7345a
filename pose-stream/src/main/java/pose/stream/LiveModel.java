package pose.stream;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import pose.cpm.BadWeightsException;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.PersonLocator;
import pose.cpm.WeightsVersion;
import pose.schema.WeightsRef;

/**
 * The model that looks at frames now, and where one is on trial, a candidate that looks at some cameras' frames. Another
 * version takes over between two batches, and only once it has loaded: what cannot be loaded leaves the last good one at
 * work. Pictures are decoded and cropped on threads of its own, while the
 * engine is at the batch before.
 */
public final class LiveModel implements BatchInference, TryingVersion<LoadedModel>, AutoCloseable {

    private final ModelLoader loader;
    private final ExecutorService preparers;
    private Lineup current;
    private volatile ServedFrames tap = ServedFrames.NONE;

    LiveModel(LoadedModel first, ModelLoader loader, int preparers) {
        this.current = Lineup.of(first.lease());
        this.loader = loader;
        this.preparers = Preparation.threads("pose-preparation", preparers);
    }

    /**
     * Begins with a version that is loaded, which it frees from now on.
     *
     * @param loader how further ones are loaded; the first was so too
     * @param preparers threads that decode and crop, at least 1
     */
    public static LiveModel of(LoadedModel first, ModelLoader loader, int preparers) {
        return new LiveModel(first, loader, preparers);
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
        ModelLoader loader = new ModelLoader(locator, engine, devices);
        return new LiveModel(loader.load(version), loader, preparers);
    }

    /**
     * Loads another version and lets it take over from the next batch on. The one before is freed with its last batch.
     *
     * @throws BadWeightsException where it does not load; the version before stays at work
     */
    public void swap(WeightsVersion version) throws BadWeightsException {
        // Loading takes its time, and batches go on meanwhile.
        swap(loader.load(version));
    }

    @Override
    public void swap(LoadedModel next) {
        ModelLease<PoseModel> before;
        synchronized (this) {
            before = current.serving();
            current = new Lineup(next.lease(), current.candidate());
        }
        before.retire();
    }

    @Override
    public String engine() {
        return ComputeDevice.engineFor(loader.engine(), loader.devices()).name().toLowerCase(Locale.ROOT);
    }

    /**
     * Loads a version to be tried beside the one at work, from the next batch on. One that was on trial is let go of.
     *
     * @param share the cameras whose frames it looks at instead of the version at work
     * @throws BadWeightsException where it does not load; nothing has changed then
     */
    public void tryOut(WeightsVersion version, Predicate<String> share) throws BadWeightsException {
        tryOut(loader.load(version), share);
    }

    @Override
    public void tryOut(LoadedModel candidate, Predicate<String> share) {
        replaceCandidate(Optional.of(new Lineup.Candidate(candidate.lease(), share, new CandidateHealth())));
    }

    @Override
    public synchronized void share(Predicate<String> share) {
        current = new Lineup(
                current.serving(), current.candidate().map(c -> new Lineup.Candidate(c.lease(), share, c.health())));
    }

    @Override
    public void withdraw() {
        replaceCandidate(Optional.empty());
    }

    private void replaceCandidate(Optional<Lineup.Candidate> next) {
        Optional<Lineup.Candidate> before;
        synchronized (this) {
            before = current.candidate();
            current = new Lineup(current.serving(), next);
        }
        before.ifPresent(candidate -> candidate.lease().retire());
    }

    @Override
    public boolean promote() {
        ModelLease<PoseModel> before;
        synchronized (this) {
            if (current.candidate().isEmpty()) {
                return false;
            }
            before = current.serving();
            current = Lineup.of(current.candidate().get().lease());
        }
        before.retire();
        return true;
    }

    /** Has this hear of every frame that is looked at, from the next batch on. */
    public void tap(ServedFrames listener) {
        tap = listener;
    }

    @Override
    public synchronized WeightsRef weights() {
        return current.serving().model().weights();
    }

    @Override
    public synchronized Optional<WeightsRef> candidate() {
        return current.candidate().map(c -> c.lease().model().weights());
    }

    @Override
    public synchronized Optional<Throwable> candidateFailure() {
        return current.candidate().flatMap(c -> c.health().failure());
    }

    @Override
    public ModelPin pin() {
        return LoadedModel.pin(use(), loader.locator(), preparers, tap);
    }

    @Override
    public ModelPin pinServing() {
        Lineup alone;
        synchronized (this) {
            alone = Lineup.of(current.serving()).use();
        }
        return aside(alone);
    }

    /** As {@link #pinServing}, the version on trial; empty where there is none. */
    public Optional<ModelPin> pinCandidate() {
        Optional<Lineup> alone;
        synchronized (this) {
            alone = current.candidate().map(c -> Lineup.of(c.lease()).use());
        }
        return alone.map(this::aside);
    }

    private ModelPin aside(Lineup alone) {
        return LoadedModel.pin(alone, loader.locator(), Runnable::run, ServedFrames.NONE);
    }

    @Override
    public FrameBatch open(int room) {
        return new ModelBatch(use(), loader.locator(), preparers, tap, room);
    }

    private synchronized Lineup use() {
        return current.use();
    }

    @Override
    public int devices() {
        return loader.devices().size();
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
        withdraw();
        ModelLease<PoseModel> last;
        synchronized (this) {
            last = current.serving();
        }
        last.retire();
    }
}
