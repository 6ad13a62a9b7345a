package pose.app.replay;

/** Told how a replay goes, on its thread. */
public interface ReplayListener {

    /**
     * The replay begins, or a frame was handed to Kafka.
     *
     * @param frames how many have been so far
     * @param lateNanos how long after it was due; 0 at full speed
     */
    void sent(long frames, long lateNanos);

    /** A frame could not be looked at. */
    void unseen(String frame, String reason);
}
