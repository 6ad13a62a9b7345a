package pose.stream;

/** A model that is closed only once it was retired and nobody uses it any more. */
final class ModelLease {

    private final PoseModel model;
    private int users;
    private boolean retired;

    ModelLease(PoseModel model) {
        this.model = model;
    }

    PoseModel model() {
        return model;
    }

    synchronized void use() {
        users++;
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
