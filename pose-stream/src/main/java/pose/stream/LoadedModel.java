package pose.stream;

import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;

/** A network of poses that is not at work yet: it can be handed to a {@link LiveModel}. */
public final class LoadedModel implements LoadedVersion {

    private final ModelLease lease;
    private final PersonLocator locator;

    LoadedModel(PoseModel model, PersonLocator locator) {
        this.lease = new ModelLease(model);
        this.locator = locator;
    }

    @Override
    public WeightsRef weights() {
        return lease.model().weights();
    }

    @Override
    public String skeleton() {
        return lease.model().skeleton();
    }

    @Override
    public ModelPin pin() {
        return new LineupPin(Lineup.of(lease).use(), locator, Runnable::run, ServedFrames.NONE);
    }

    ModelLease lease() {
        return lease;
    }

    @Override
    public void close() {
        lease.retire();
    }
}
