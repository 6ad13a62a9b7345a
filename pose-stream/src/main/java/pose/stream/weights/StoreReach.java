package pose.stream.weights;

import pose.channel.Channel;

/** Whether the store answers, told when that changes. */
final class StoreReach {

    private final WeightsListener listener;
    private final Backoff backoff = new Backoff();
    private boolean away;

    StoreReach(WeightsListener listener) {
        this.listener = listener;
    }

    /** Takes in what came of loading; returns how long to wait before the next attempt, in nanoseconds: 0 where there is no need. */
    long after(Channel channel, LoadOutcome<?> outcome) {
        if (outcome instanceof LoadOutcome.Unreachable<?> unreachable) {
            if (!away) {
                away = true;
                listener.storeUnreachable(channel, unreachable.version(), unreachable.detail());
            }
            return backoff.failed().toNanos();
        }
        if (away) {
            away = false;
            backoff.succeeded();
            listener.storeBack(channel, outcome.version());
        }
        return 0;
    }
}
