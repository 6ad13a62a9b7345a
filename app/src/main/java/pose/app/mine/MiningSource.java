package pose.app.mine;

import java.util.List;
import java.util.Optional;
import pose.app.UserMistake;
import pose.app.slice.FrameSearch;
import pose.app.slice.PlacedFrame;
import pose.app.slice.SliceBound;
import pose.app.slice.SliceBound.FrameId;
import pose.app.slice.SliceBound.Moment;
import pose.app.slice.SliceBound.Place;
import pose.schema.Frame;
import pose.schema.PoseFrame;
import pose.schema.ShadowPose;
import pose.schema.Topic;

/**
 * Which events are looked at.
 *
 * @param events the topic of pose events
 * @param shadow the topic of what other versions saw, where that counts
 * @param frames the topic of the pictures
 * @param cameras whose; all where there is none
 * @param from where it begins
 * @param to where it ends
 */
public record MiningSource(
        Topic<String, PoseFrame> events,
        Optional<Topic<String, ShadowPose>> shadow,
        Topic<String, Frame> frames,
        List<String> cameras,
        Optional<SliceBound> from,
        Optional<SliceBound> to) {

    public MiningSource {
        cameras = List.copyOf(cameras);
    }

    /** Whether an event of this camera counts. */
    boolean hasCamera(String camera) {
        return cameras.isEmpty() || cameras.contains(camera);
    }

    /** The first moment that is part of it, µs since 1970 UTC. */
    long begin(FrameSearch search) {
        return from.map(bound -> time("--from", bound, search)).orElse(Long.MIN_VALUE);
    }

    /** The first moment that is not part of it any more; the frame that was named still is. */
    long end(FrameSearch search) {
        return to.map(bound -> time("--to", bound, search) + (bound instanceof Moment ? 0 : 1))
                .orElse(Long.MAX_VALUE);
    }

    private long time(String option, SliceBound bound, FrameSearch search) {
        if (bound instanceof Moment moment) {
            return moment.timeUs();
        }
        Optional<PlacedFrame> frame = bound instanceof Place place
                ? search.at(place.partition(), place.offset())
                : search.named((FrameId) bound);
        return frame.map(found -> found.frame().getCaptureTimeUs())
                .orElseThrow(() -> new UserMistake(option + " " + bound + ": no such frame is on topic " + frames.name()
                        + "; a time with its zone needs none"));
    }
}
