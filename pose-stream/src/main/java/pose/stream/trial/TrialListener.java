package pose.stream.trial;

import java.time.Duration;
import pose.schema.WeightsRef;

/** Hears of trials, on the threads that do the work: whatever it does with it must be quick and must not throw. */
public interface TrialListener {

    /** Hears nothing. */
    TrialListener NONE = new TrialListener() {};

    /**
     * A version has looked at a frame that another served.
     *
     * @param distance between the two, as a share of the person's extent
     * @param took the engine's time
     */
    default void looked(double distance, Duration took) {}

    /** Frames that were to be looked at had to go for newer ones. */
    default void dropped(int frames) {}

    /** A shadow pose could not be written. */
    default void lost(String reason) {}

    /**
     * A candidate's trial has begun in this process.
     *
     * @param how it is tried, in words for people
     */
    default void began(WeightsRef candidate, String how) {}

    /** This process has decided about a candidate. */
    default void decided(WeightsRef candidate, Verdict verdict) {}

    /** On the channels' topic is something that is none of a channel's. */
    default void puzzled(String problem) {}

    /** What was decided could not be carried out, and is tried again. */
    default void held(WeightsRef candidate, String reason) {}
}
