package pose.trainer.crowd;

import java.util.ArrayList;
import java.util.List;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;

/** Makes a crowd of pictures put over each other, and keeps book of who is still to be seen. */
final class CrowdPainter {

    /** Share of a box that must lie on the canvas for the person to be somebody to find. */
    private static final double IN_SIGHT = 0.35;
    /** Share of a box that others may cover. */
    private static final double COVERED = 0.6;
    /** A person covers about so much of the width and height of their box. */
    private static final double BODY = 0.8;

    private final Canvas canvas;
    private final double least;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Box> unclear = new ArrayList<>();
    private final List<Box> labelled = new ArrayList<>();

    private static final class Placed {
        private final Box box;
        private double covered;

        private Placed(Box box) {
            this.box = box;
        }
    }

    /** @param least pixels of the canvas that a person's extent must have to be somebody to find */
    CrowdPainter(Canvas canvas, double least) {
        this.canvas = canvas;
        this.least = least;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Puts a whole picture with its people onto the canvas. */
    void put(Crowd crowd, Placing placing) {
        canvas.put(crowd.picture(), placing, Mask.ALL);
        crowd.people().forEach(box -> label(placing.apply(box)));
        crowd.unclear().forEach(box -> unclear(placing.apply(box)));
        crowd.labelled().forEach(box -> labelled(placing.apply(box)));
    }

    /** Puts one person onto the canvas, in front of who is there. */
    void putPerson(Picture picture, Box person, Placing placing, Mask mask) {
        canvas.put(picture, placing, mask);
        addPerson(placing.apply(person));
    }

    /** Takes note of somebody who is on the canvas, in front of the rest. */
    void addPerson(Box box) {
        cover(Boxes.scaled(box, BODY));
        label(box);
        labelled(Boxes.scaled(box, LabelledArea.AROUND));
    }

    /** Puts something onto the canvas that is nobody. */
    void putThing(Picture picture, Box outline, Placing placing, Mask mask) {
        canvas.put(picture, placing, mask);
        cover(placing.apply(outline));
    }

    void labelled(Box area) {
        Box seen = area.common(canvas.whole());
        if (seen.area() > 0) {
            labelled.add(seen);
        }
    }

    private void unclear(Box area) {
        Box seen = area.common(canvas.whole());
        if (seen.area() > 0) {
            unclear.add(seen);
        }
    }

    private void label(Box box) {
        Box seen = box.common(canvas.whole());
        boolean isInSight = seen.area() >= IN_SIGHT * box.area() && seen.extent() >= least;
        if (isInSight) {
            placed.add(new Placed(seen));
        } else {
            unclear(box);
        }
    }

    private void cover(Box by) {
        for (Placed person : placed) {
            person.covered += person.box.common(by).area() / Math.max(1e-9, person.box.area());
        }
    }

    /** What is on the canvas now. */
    Crowd toCrowd(String id) {
        List<Box> people = new ArrayList<>();
        List<Box> hidden = new ArrayList<>(unclear);
        for (Placed person : placed) {
            (person.covered > COVERED ? hidden : people).add(person.box);
        }
        return new Crowd(id, canvas.toPicture(), people, hidden, labelled);
    }

    /** The middle of a picture, as a point of pixel centres. */
    static Point middle(int width, int height) {
        return new Point((width - 1) / 2.0, (height - 1) / 2.0);
    }
}
