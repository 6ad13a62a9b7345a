package pose.trainer;

/**
 * Epochs in which the same stages learn from the same losses. Each lesson is a training of its own over the weights that
 * the one before left: its learning rate begins at the warm-up, its optimiser without memory.
 *
 * @param from first stage that learns, from 1: those before it run as at inference and get no gradient
 * @param to last stage that learns: those behind it do not run
 * @param intermediate whether each learning stage has a loss, or the last of them alone
 * @param firstEpoch from 0
 * @param epochs at least 1
 */
record Lesson(int from, int to, boolean intermediate, int firstEpoch, int epochs) {

    /** Whether the loss of stage {@code stage}, from 1, is learnt from. */
    boolean isSupervised(int stage) {
        return stage == to || (intermediate && stage >= from && stage <= to);
    }

    /** Whether another lesson may be this one, though it end at another epoch. */
    boolean isBegunLike(Lesson other) {
        return new Lesson(from, to, intermediate, firstEpoch, other.epochs).equals(other);
    }

    /** The first epoch behind this lesson. */
    int end() {
        return firstEpoch + epochs;
    }
}
