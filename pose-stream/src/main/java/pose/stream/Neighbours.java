package pose.stream;

import java.util.function.BooleanSupplier;

/**
 * How a batcher stands among others that frames come from, and go to. All questions are asked, and answered, by whoever holds
 * the gate's lock.
 *
 * @param name its threads', e.g. {@code pose-inference}
 * @param gate the lock that all of them share
 * @param feeders who hands frames over at the beginning, and waits for them at the end
 * @param nobodyElseComes whether no frame can come before one that is here has its result
 * @param heldUp whether to begin no batch now, since those behind have enough to do
 * @param delivery takes the results
 */
record Neighbours(
        String name,
        Gate gate,
        Feeders feeders,
        BooleanSupplier nobodyElseComes,
        BooleanSupplier heldUp,
        Delivery delivery) {

    /** Of one that is alone. */
    static Neighbours none(Feeders feeders) {
        return new Neighbours("pose-inference", new Gate(), feeders, feeders::allWait, () -> false, Delivery.ANSWERS);
    }
}
