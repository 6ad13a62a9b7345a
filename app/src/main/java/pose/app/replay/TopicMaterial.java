package pose.app.replay;

import java.util.ArrayList;
import java.util.List;
import pose.app.slice.TopicSlice;

/** A slice of a frames topic. */
public record TopicMaterial(TopicSlice slice) implements Material {

    @Override
    public List<String> cameras() {
        return slice.slice().cameras();
    }

    @Override
    public List<Footage> open() {
        List<Footage> footage = new ArrayList<>();
        try {
            for (String camera : cameras()) {
                footage.add(new TopicFootage(camera, slice.open(camera)));
            }
            return footage;
        } catch (RuntimeException e) {
            footage.forEach(Footage::close);
            throw e;
        }
    }
}
