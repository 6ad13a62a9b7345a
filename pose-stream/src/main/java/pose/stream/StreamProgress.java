package pose.stream;

/**
 * How far a stream has come since it began, in frames; one that was processed twice counts twice.
 *
 * @param framesIn frames processed, whatever became of them
 * @param posesOut pose events forwarded
 * @param deadLetters records that could not be processed and were forwarded to the dead letters
 * @param gaps gaps forwarded in place of live frames that were too old
 * @param batches batches inferred
 * @param batchedFrames frames in them
 */
public record StreamProgress(
        long framesIn, long posesOut, long deadLetters, long gaps, long batches, long batchedFrames) {

    /** Frames in a batch, on average; 0 before the first. */
    public double batchFill() {
        return batches == 0 ? 0 : (double) batchedFrames / batches;
    }
}
