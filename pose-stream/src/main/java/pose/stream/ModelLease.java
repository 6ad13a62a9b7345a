package pose.stream;

/**
 * A model that is closed only once it was retired and nobody uses it any more.
 *
 * @param <M> what is lent
 */
final class ModelLease<M extends LoadedNetwork> {

    private final M model;
    private int users;
    private boolean retired;

    ModelLease(M model) {
        this.model = model;
    }

    M model() {
        return model;
    }

    /** Keeps the model until {@link #release}. */
    synchronized ModelLease<M> use() {
        users++;
        return this;
    }

    void release() {
        boolean last;
        synchronized (this) {
            users--;
            last = retired && users == 0;
        }
        if (last) {
            model.close();
        }
    }

    /** No batch is begun with it any more. */
    void retire() {
        boolean unused;
        synchronized (this) {
            unused = !retired && users == 0;
            retired = true;
        }
        if (unused) {
            model.close();
        }
    }
}
