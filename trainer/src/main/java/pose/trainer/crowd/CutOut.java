package pose.trainer.crowd;

import java.util.List;
import java.util.Optional;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/**
 * One labelled person to be put into other pictures.
 *
 * @param picture the one they are in
 * @param parts labelled in it
 * @param box around the parts
 */
record CutOut(Picture picture, Skeleton skeleton, List<Optional<Point>> parts, Box box) {

    /** Labelled parts of a skeleton's that make a whole person. */
    private static final double WHOLE = 0.85;

    /** Somebody of whom hardly a part is missing; tries some, and takes the last as they are. */
    static CutOut drawn(DataSet people, Draws draws) throws DataSetException {
        Sample sample = people.sample(draws.whole(0, people.size() - 1));
        for (int tries = 0; tries < 8 && !isWhole(sample); tries++) {
            sample = people.sample(draws.whole(0, people.size() - 1));
        }
        return of(sample, people.skeleton());
    }

    static CutOut of(Sample sample, Skeleton skeleton) {
        Box box = box(sample.parts().stream().flatMap(Optional::stream).toList());
        return new CutOut(sample.picture(), skeleton, sample.parts(), box);
    }

    /** The box around parts, whose points are pixels' centres, while boxes are edges. */
    static Box box(List<Point> parts) {
        Box around = Box.around(parts);
        return new Box(around.x() + 0.5, around.y() + 0.5, Math.max(1, around.width()), Math.max(1, around.height()));
    }

    private static boolean isWhole(Sample sample) {
        return sample.parts().stream().filter(Optional::isPresent).count()
                >= WHOLE * sample.parts().size();
    }

    LimbMask limbs(Draws draws) {
        return new LimbMask(skeleton, parts, box.extent(), draws.between(0.95, 1.7), draws.between(0.05, 0.3));
    }

    /** Along the limbs mostly; else all of the box and something around it. */
    Mask mask(Draws draws) {
        double extent = box.extent();
        return draws.chance(0.7)
                ? limbs(draws)
                : new BoxMask(
                        Boxes.scaled(box, draws.between(1.1, 1.35)), Math.max(1, extent * draws.between(0.01, 0.2)));
    }
}
