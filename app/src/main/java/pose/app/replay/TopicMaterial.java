package pose.app.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pose.app.slice.CameraFrames;
import pose.app.slice.TopicSlice;

/**
 * A slice of a frames topic.
 *
 * @param after of cameras of which some are left out at the beginning, the offset of the last such frame
 */
public record TopicMaterial(TopicSlice slice, Map<String, Long> after) implements Material {

    public TopicMaterial {
        after = Map.copyOf(after);
    }

    /** All of it. */
    public TopicMaterial(TopicSlice slice) {
        this(slice, Map.of());
    }

    @Override
    public List<String> cameras() {
        return slice.slice().cameras();
    }

    @Override
    public List<Footage> open() {
        List<Footage> footage = new ArrayList<>();
        try {
            for (String camera : cameras()) {
                footage.add(new TopicFootage(camera, open(camera)));
            }
            return footage;
        } catch (RuntimeException e) {
            footage.forEach(Footage::close);
            throw e;
        }
    }

    private CameraFrames open(String camera) {
        Long last = after.get(camera);
        return last == null ? slice.open(camera) : slice.openAfter(camera, last);
    }
}
