package pose.app.metrics;

import java.util.List;
import java.util.OptionalLong;
import pose.stream.BatchTimes;
import pose.stream.StreamListener;
import pose.track.TrackChange;

/** Tells each of several listeners in turn. */
final class Listeners implements StreamListener {

    private final List<StreamListener> all;

    Listeners(List<StreamListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void answered(String camera, Answer answer, OptionalLong ageMicros) {
        // No stream and no iterator: this is called for each frame.
        for (int i = 0; i < all.size(); i++) {
            all.get(i).answered(camera, answer, ageMicros);
        }
    }

    @Override
    public void buried(String camera, String origin, String reason) {
        all.forEach(listener -> listener.buried(camera, origin, reason));
    }

    @Override
    public void tracked(String camera, List<TrackChange> changes, long nanos) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).tracked(camera, changes, nanos);
        }
    }

    @Override
    public void located(BatchTimes batch) {
        all.forEach(listener -> listener.located(batch));
    }

    @Override
    public void inferred(BatchTimes batch) {
        all.forEach(listener -> listener.inferred(batch));
    }

    @Override
    public void retried(int frames, Throwable cause) {
        all.forEach(listener -> listener.retried(frames, cause));
    }
}
