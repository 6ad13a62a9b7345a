package pose.athlete;

import java.util.List;

/** A scene of athletes whose every frame is a pure function of its options and the frame's index. */
public interface Scene {

    SceneOptions options();

    /** How many frames there are, at least 1. */
    default long frames() {
        return options().frames();
    }

    /**
     * Renders one frame; in any order and from any thread.
     *
     * @param index 0 to {@link #frames()} − 1
     * @throws IndexOutOfBoundsException for any other index
     */
    RenderedFrame render(long index);

    /**
     * What {@link #render} tells of the people in a frame, without painting it: a fraction of a millisecond.
     *
     * @throws IndexOutOfBoundsException as {@link #render}
     */
    List<Performer> performers(long index);
}
