package pose.trainer.judging.sequence;

import java.util.List;

/**
 * One frame of a sequence: who is there and who was found.
 *
 * @param captureTimeUs in microseconds; grows from frame to frame
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record SequenceFrame(
        long captureTimeUs, int width, int height, List<TruePresence> truths, List<FoundPresence> founds) {

    public SequenceFrame {
        truths = List.copyOf(truths);
        founds = List.copyOf(founds);
    }
}
