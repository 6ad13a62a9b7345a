package pose.stream;

import java.util.concurrent.Executor;
import pose.cpm.PersonLocator;
import pose.schema.WeightsRef;

/** A network of poses that is not at work yet: it can be handed to a {@link LiveModel}. */
public final class LoadedModel implements LoadedVersion {

    private final ModelLease<PoseModel> lease;
    private final PersonLocator locator;

    LoadedModel(PoseModel model, PersonLocator locator) {
        this.lease = new ModelLease<>(model);
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
        return pin(Lineup.of(lease).use(), locator, Runnable::run, ServedFrames.NONE);
    }

    /**
     * Batches in front of several models.
     *
     * @param lineup in use already, see {@link Lineup#use}; given back when the pin is closed
     */
    static ModelPin pin(Lineup lineup, PersonLocator locator, Executor preparers, ServedFrames tap) {
        return new LeasePin(
                lineup.serving().model(),
                lineup::release,
                room -> new ModelBatch(lineup.use(), locator, preparers, tap, room));
    }

    ModelLease<PoseModel> lease() {
        return lease;
    }

    @Override
    public void close() {
        lease.retire();
    }
}
