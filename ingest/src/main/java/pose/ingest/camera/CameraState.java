package pose.ingest.camera;

import java.util.Map;
import pose.schema.GapReason;

/**
 * How a camera is doing.
 *
 * @param source its address without user and password
 * @param epochUs when its run began, µs since 1970 UTC
 * @param connections how often it was reached
 * @param frames acknowledged by Kafka
 * @param missing frames that will not come, by reason; a reason without frames is absent
 * @param waitingBytes of pictures that wait for Kafka
 * @param detail why it is lost; empty otherwise
 */
public record CameraState(
        String id,
        String source,
        Phase phase,
        long epochUs,
        long connections,
        long frames,
        Map<GapReason, Long> missing,
        long waitingBytes,
        String detail) {

    /** Where a camera stands. */
    public enum Phase {
        /** Being reached for the first time. */
        CONNECTING,
        /** Frames come. */
        LIVE,
        /** Not there; it is tried again and again. */
        LOST,
        /** A recording at its end. */
        ENDED
    }

    public CameraState {
        missing = Map.copyOf(missing);
    }
}
