package pose.stream.track;

import java.util.List;
import pose.track.TrackChange;

/** Hears who came and went, on the stream's own threads: whatever it does with it must be quick and must not throw. */
@FunctionalInterface
public interface TrackListener {

    /**
     * Everyone in a frame was followed into it.
     *
     * @param changes in their order, mostly none
     * @param nanos how long it took, with keeping the state
     */
    void tracked(String camera, List<TrackChange> changes, long nanos);
}
