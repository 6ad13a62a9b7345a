package pose.cpm;

import java.util.List;
import pose.skeleton.Box;

/** Says where in a picture people are, which a CPM needs to be told: it estimates one person, centred and scaled. */
public interface PersonLocator {

    /**
     * The paper's fallback (section 4.2): one subject in the middle, as tall as the picture. The square's side is the
     * picture's height.
     */
    PersonLocator WHOLE_IMAGE =
            (width, height) -> List.of(new Box(0, 0, width, height).square((double) height / Math.max(width, height)));

    /**
     * The people in a picture of this size.
     *
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     * @return each as the square box to look at, in source pixels; it may reach beyond the picture
     */
    List<Box> locate(int width, int height);
}
