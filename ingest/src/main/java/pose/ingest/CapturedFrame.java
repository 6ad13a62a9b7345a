package pose.ingest;

import java.util.Optional;
import pose.schema.CaptureClock;
import pose.schema.Truth;

/**
 * One picture of a source.
 *
 * @param captureTimeUs when it was taken, µs since 1970 UTC
 * @param ptsUs its place on the source's own time line, µs since the source's first picture
 * @param width of the JPEG, pixels
 * @param height of the JPEG, pixels
 * @param jpeg a whole JPEG file; handed over, not copied: nobody writes to it
 * @param truth the true keypoints in pixels of the JPEG, where the source knows them
 * @param clock whose clock the capture time was read from
 * @param before what a live source noticed between the frame before and this one
 * @param heldUs for how long a live source's picture was here, or longer on its way than others, before it was handed out
 */
@SuppressWarnings(
        "ArrayRecordComponent") // frames are never compared, and a copy per frame would cost more than it saves
public record CapturedFrame(
        long captureTimeUs,
        long ptsUs,
        int width,
        int height,
        byte[] jpeg,
        Optional<Truth> truth,
        CaptureClock clock,
        Optional<Break> before,
        long heldUs) {

    /** A picture of a recorded or synthetic source, where nothing breaks. */
    public CapturedFrame(long captureTimeUs, long ptsUs, int width, int height, byte[] jpeg, Optional<Truth> truth) {
        this(captureTimeUs, ptsUs, width, height, jpeg, truth, CaptureClock.SOURCE, Optional.empty(), 0);
    }

    public CapturedFrame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a frame of " + width + "×" + height + " pixels");
        }
        if (jpeg.length == 0) {
            throw new IllegalArgumentException("a frame without a picture");
        }
    }
}
