package pose.ingest.camera;

import pose.schema.Gap;
import pose.schema.GapReason;

/**
 * A run of frames that will not come.
 *
 * @param firstSequence of the first of them
 * @param count at least 0
 * @param fromUs when the first was, or would have been, taken, µs since 1970 UTC
 * @param untilUs the same of the last
 */
record Missing(GapReason reason, long firstSequence, long count, long fromUs, long untilUs, String detail) {

    Missing {
        if (count < 0 || firstSequence < 0) {
            throw new IllegalArgumentException(count + " missing frames from " + firstSequence);
        }
    }

    /** One frame that was there. */
    static Missing one(GapReason reason, NumberedFrame frame, String detail) {
        return new Missing(reason, frame.sequence(), 1, frame.captureTimeUs(), frame.captureTimeUs(), detail);
    }

    /** Whether the other goes on where this ends, for the same reason. */
    boolean leadsTo(Missing next) {
        return next.reason == reason && next.firstSequence == firstSequence + count && next.detail.equals(detail);
    }

    Missing with(Missing next) {
        return new Missing(reason, firstSequence, count + next.count, fromUs, next.untilUs, detail);
    }

    Gap gap(String camera, long epochUs) {
        return new Gap(camera, epochUs, firstSequence, count, reason, fromUs, untilUs, detail);
    }
}
