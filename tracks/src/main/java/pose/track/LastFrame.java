package pose.track;

import java.util.Optional;

/**
 * Of the newest frame that changed anything, what the next one is compared with.
 *
 * @param captureTimeUs the latest so far: a frame that claims to be from a little before does not turn it back
 * @param scene of the newest frame that had one
 */
public record LastFrame(
        long epoch, long sequence, long captureTimeUs, int width, int height, Optional<SceneSignature> scene) {

    /** Where it was a cut: nothing between two patterns that have nothing to do with each other and one that moved on. */
    private static final double CUT_DISTANCE = 0.25;

    /** How far two pictures' proportions may be apart for the same view at another resolution. */
    private static final double SAME_SHAPE = 0.02;

    static LastFrame of(SeenFrame frame) {
        return new LastFrame(
                frame.epoch(), frame.sequence(), frame.captureTimeUs(), frame.width(), frame.height(), frame.scene());
    }

    /** Whether the frame is close enough in time for anyone to be followed into it. */
    boolean leadsTo(SeenFrame frame, long ttlUs) {
        return Math.abs(frame.captureTimeUs() - captureTimeUs) <= ttlUs;
    }

    LastFrame followedBy(SeenFrame frame, long ttlUs) {
        boolean setBack = !leadsTo(frame, ttlUs);
        return new LastFrame(
                epoch,
                frame.sequence(),
                setBack ? frame.captureTimeUs() : Math.max(captureTimeUs, frame.captureTimeUs()),
                frame.width(),
                frame.height(),
                frame.scene().or(() -> scene));
    }

    /** Whether the frame shows another scene, or the same in other proportions, of which nothing can be carried over. */
    boolean cutTo(SeenFrame frame) {
        boolean other = scene.isPresent()
                && frame.scene().isPresent()
                && scene.get().distance(frame.scene().get()) > CUT_DISTANCE;
        double stretch = (double) frame.width() * height / ((double) frame.height() * width);
        return other || !(Math.abs(stretch - 1) <= SAME_SHAPE);
    }

    /** How many times as large the frame is. */
    double growthTo(SeenFrame frame) {
        return (double) frame.width() / width;
    }
}
