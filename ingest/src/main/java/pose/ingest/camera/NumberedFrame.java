package pose.ingest.camera;

import pose.ingest.CapturedFrame;
import pose.schema.CaptureClock;

/**
 * A frame with its place in the epoch.
 *
 * @param captureTimeUs µs since 1970 UTC, later than every frame's before it
 * @param clock whose clock that is
 */
record NumberedFrame(long sequence, long captureTimeUs, CaptureClock clock, CapturedFrame frame) {

    int bytes() {
        return frame.jpeg().length;
    }
}
