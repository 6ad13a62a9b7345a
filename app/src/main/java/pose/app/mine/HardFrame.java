package pose.app.mine;

import java.util.Comparator;
import pose.schema.PoseFrame;

/**
 * A frame that is worth somebody's time.
 *
 * @param event what was seen in it
 * @param hardness its hardest person's
 */
public record HardFrame(PoseFrame event, Hardness hardness) {

    /** The hardest first; always the same, whatever the order in which frames came. */
    static final Comparator<HardFrame> HARDEST_FIRST = Comparator.comparingDouble(
                    (HardFrame frame) -> frame.hardness().value())
            .reversed()
            .thenComparing(frame -> frame.event().getCamera())
            .thenComparingLong(frame -> frame.event().getCaptureTimeUs())
            .thenComparingLong(frame -> frame.event().getEpoch())
            .thenComparingLong(frame -> frame.event().getSequence());

    /** What its picture's file is called: camera, epoch and sequence. */
    public String stem() {
        return event.getCamera() + "-" + event.getEpoch() + "-" + event.getSequence();
    }
}
