package pose.trainer.crowd;

import java.util.List;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * One picture and everybody in it, as far as somebody labelled them. Boxes are in pixels of the picture.
 *
 * @param id within its data set
 * @param picture decoded
 * @param people the box of each labelled person, as far as they are in the picture
 * @param unclear where there are people without a box of their own (a crowd), or hardly to be seen: finding somebody there
 *     is neither right nor wrong
 * @param labelled where everybody is labelled; people outside these boxes may be missing from {@code people}
 */
public record Crowd(String id, Picture picture, List<Box> people, List<Box> unclear, List<Box> labelled) {

    public Crowd {
        people = List.copyOf(people);
        unclear = List.copyOf(unclear);
        labelled = List.copyOf(labelled);
    }

    /** A picture in which everybody is labelled. */
    public Crowd(String id, Picture picture, List<Box> people, List<Box> unclear) {
        this(id, picture, people, unclear, List.of(whole(picture)));
    }

    static Box whole(Picture picture) {
        return new Box(0, 0, picture.width(), picture.height());
    }

    /** Whether somebody found here, whom no label matches, is wrong. */
    public boolean isJudged(Point point) {
        return Boxes.anyHas(labelled, point) && !Boxes.anyHas(unclear, point);
    }
}
