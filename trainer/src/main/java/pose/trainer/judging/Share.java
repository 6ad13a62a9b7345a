package pose.trainer.judging;

/** How many of how many were right. */
final class Share {

    private int right;
    private int all;

    void count(boolean isRight) {
        all++;
        if (isRight) {
            right++;
        }
    }

    boolean isEmpty() {
        return all == 0;
    }

    double perCent() {
        return 100.0 * right / all;
    }
}
