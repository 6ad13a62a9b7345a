package pose.stream;

import java.util.concurrent.Executor;
import pose.schema.WeightsRef;

/** A locator that is not at work yet: it can be handed to a {@link LiveLocator}. */
public final class LoadedLocator implements LoadedVersion {

    private final ModelLease<FinderModel> lease;

    LoadedLocator(FinderModel model) {
        this.lease = new ModelLease<>(model);
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
        return pin(lease.use(), Runnable::run);
    }

    /** @param lease in use already; given back when the pin is closed */
    static ModelPin pin(ModelLease<FinderModel> lease, Executor preparers) {
        return new LeasePin(lease.model(), lease::release, room -> new FinderBatch(lease.use(), preparers, room));
    }

    ModelLease<FinderModel> lease() {
        return lease;
    }

    @Override
    public void close() {
        lease.retire();
    }
}
