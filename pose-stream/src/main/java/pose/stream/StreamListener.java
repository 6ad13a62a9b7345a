package pose.stream;

import java.util.List;
import java.util.OptionalLong;
import pose.stream.track.TrackListener;
import pose.track.TrackChange;

/** Hears what a stream does, on the stream's own threads: whatever it does with it must be quick and must not throw. */
public interface StreamListener extends TrackListener {

    /** Hears nothing. */
    StreamListener NONE = new StreamListener() {};

    /** What a camera stands as where a record does not say which it is from. */
    String UNKNOWN_CAMERA = "unknown";

    /** What a frame was answered with. */
    enum Answer {
        POSE,
        DEAD_LETTER,
        GAP
    }

    /**
     * A frame was answered, and the answer was handed to Kafka's producer this moment.
     *
     * @param camera the frame's, or {@link #UNKNOWN_CAMERA} where the record is no frame
     * @param ageMicros from the frame's capture until now, by the wall clock; empty where the record is no frame
     */
    default void answered(String camera, Answer answer, OptionalLong ageMicros) {}

    /** A record cannot be processed and goes to the dead letters; {@link #answered} follows. */
    default void buried(String camera, String origin, String reason) {}

    @Override
    default void tracked(String camera, List<TrackChange> changes, long nanos) {}

    /** A batch in which people were located came back from the locator's engine. */
    default void located(BatchTimes batch) {}

    /** A batch came back from the engine. */
    default void inferred(BatchTimes batch) {}

    /**
     * The engine failed on a batch, which is tried again by halves.
     *
     * @param frames in it
     */
    default void retried(int frames, Throwable cause) {}
}
