package pose.store;

/** Ends a publisher in the middle, as a kill does: nothing of what it would do next, or to clean up, is done. */
final class KilledAfter implements PublishSteps {

    /** No exception: nobody tidies up after one. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int left;

    KilledAfter(int steps) {
        left = steps;
    }

    @Override
    public void done(String step) {
        if (--left == 0) {
            throw new Kill();
        }
    }
}
