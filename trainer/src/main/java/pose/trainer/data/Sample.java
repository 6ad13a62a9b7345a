package pose.trainer.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.cpm.Picture;
import pose.cpm.Sighting;
import pose.skeleton.Box;
import pose.skeleton.Point;

/**
 * One labelled person in a picture, the primary subject, and who else is labelled there. All points are in source pixels.
 *
 * @param id within its data set, e.g. {@code im00123}: what predictions and exclude lists call this person
 * @param file the picture's file, or what renders it: what messages call it
 * @param picture decoded
 * @param parts of the primary subject, in skeleton order; absent where not labelled, at least one present
 * @param others the other labelled people in the picture, each as {@code parts}; nobody, where the data set labels one a
 *     picture, says nothing of who is there
 * @param givenBox where the data set itself says the subject is: for MPII the square of {@code scale} × 200 pixels around
 *     {@code objpos}, for COCO the {@code bbox}
 * @param headLength what PCKh normalises by, above 0: 0.6 × the head box's diagonal, where the data set has head boxes
 */
public record Sample(
        String id,
        String file,
        Picture picture,
        List<Optional<Point>> parts,
        List<List<Optional<Point>>> others,
        Optional<Box> givenBox,
        OptionalDouble headLength) {

    /** Margin around the subject: the box to look at is the labelled parts', or the given one, times this. */
    public static final double MARGIN = Sighting.MARGIN;

    /** One part alone, or all on one spot, still needs something to look at. */
    private static final double LEAST_SIDE = 16;

    public Sample {
        parts = List.copyOf(parts);
        others = others.stream().map(List::copyOf).toList();
        if (parts.stream().allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("sample " + id + " has no labelled part");
        }
        for (List<Optional<Point>> other : others) {
            if (other.size() != parts.size()) {
                throw new IllegalArgumentException("sample " + id + " has " + parts.size()
                        + " parts, another person in it " + other.size() + "; all people are of one skeleton");
            }
        }
        if (headLength.isPresent() && !(headLength.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "sample " + id + ": headLength is " + headLength.getAsDouble() + "; allowed: more than 0");
        }
    }

    /** One person of whose surroundings the data set says nothing. */
    public Sample(String id, Picture picture, List<Optional<Point>> parts) {
        this(id, picture, parts, List.of(), Optional.empty(), OptionalDouble.empty());
    }

    /** A sample whose file is not known apart from its id. */
    public Sample(
            String id,
            Picture picture,
            List<Optional<Point>> parts,
            List<List<Optional<Point>>> others,
            Optional<Box> givenBox,
            OptionalDouble headLength) {
        this(id, id, picture, parts, others, givenBox, headLength);
    }

    /** The square to look at: {@link #MARGIN} times the given box, or as far as the labelled parts reach where none is. */
    public Box subjectBox() {
        Box tight = box();
        Box box = new Box(
                tight.x(), tight.y(), Math.max(tight.width(), LEAST_SIDE), Math.max(tight.height(), LEAST_SIDE));
        return box.square(MARGIN);
    }

    /** The given box, or as far as the labelled parts reach where none is. */
    public Box box() {
        return givenBox.orElseGet(this::labelledBox);
    }

    private Box labelledBox() {
        return Box.around(parts.stream().flatMap(Optional::stream).toList());
    }
}
