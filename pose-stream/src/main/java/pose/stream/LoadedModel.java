package pose.stream;

import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;

/** A version in memory that is not at work yet: it can be looked through, and then handed to a {@link LiveModel} or closed. */
public final class LoadedModel implements AutoCloseable {

    private final ModelLease lease;
    private final PersonLocator locator;

    LoadedModel(PoseModel model, PersonLocator locator) {
        this.lease = new ModelLease(model);
        this.locator = locator;
    }

    public WeightsRef weights() {
        return lease.model().weights();
    }

    /** The name of the skeleton that its poses follow. */
    public String skeleton() {
        return lease.model().skeleton();
    }

    /** Looks at frames; pictures are decoded on the calling thread. */
    public ModelPin pin() {
        return new LineupPin(Lineup.of(lease).use(), locator, Runnable::run, ServedFrames.NONE);
    }

    ModelLease lease() {
        return lease;
    }

    /** Frees it; not for one that was handed over. */
    @Override
    public void close() {
        lease.retire();
    }
}
