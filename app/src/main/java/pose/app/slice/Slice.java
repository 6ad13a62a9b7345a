package pose.app.slice;

import java.util.List;
import java.util.Optional;
import pose.schema.Frame;
import pose.schema.Topic;

/**
 * Which frames of a topic are wanted.
 *
 * @param topic of frames
 * @param cameras at least one, each once
 * @param from where it begins; empty for the oldest frame there is
 * @param to where it ends; empty for the newest frame there is when it is looked for
 */
public record Slice(
        Topic<String, Frame> topic, List<String> cameras, Optional<SliceBound> from, Optional<SliceBound> to) {

    public Slice {
        cameras = List.copyOf(cameras);
        if (cameras.isEmpty()) {
            throw new IllegalArgumentException("a slice of no camera");
        }
        if (cameras.stream().distinct().count() < cameras.size()) {
            throw new IllegalArgumentException("a camera is named twice: " + String.join(",", cameras));
        }
        if (from.isPresent()
                && to.isPresent()
                && from.get() instanceof SliceBound.Moment begin
                && to.get() instanceof SliceBound.Moment end
                && begin.timeUs() >= end.timeUs()) {
            throw new IllegalArgumentException("from " + begin + " to " + end + " is no time at all");
        }
    }

    /** In one line, the same for the same. */
    @Override
    public String toString() {
        return topic.name() + " of "
                + String.join(",", cameras.stream().sorted().toList()) + " from "
                + from.map(SliceBound::toString).orElse("the oldest frame") + " to "
                + to.map(SliceBound::toString).orElse("the newest");
    }
}
