package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/**
 * People cut out of single-person pictures and put, at random scales and places, into other pictures, whose own people stay
 * labelled. Things cut out alike, with nobody in them, keep a network from learning what a cut-out looks like.
 */
final class Mosaics implements CrowdDataSet {

    /** Pixels of a person's extent in a mosaic that is 384×216 or fits into it. */
    private static final double SMALLEST = 12;

    private static final double LARGEST = 200;
    private static final int MOST_PEOPLE = 10;

    private final int size;
    private final long seed;
    private final DataSet people;
    private final Optional<CrowdDataSet> ground;

    /**
     * @param size how many pictures
     * @param people to cut out
     * @param ground to put them into; without one, plain colours
     */
    Mosaics(int size, long seed, DataSet people, Optional<CrowdDataSet> ground) {
        this.size = size;
        this.seed = seed;
        this.people = people;
        this.ground = ground;
    }

    @Override
    public String name() {
        return size + " mosaics of " + people.name()
                + ground.map(g -> " over " + g.name()).orElse("");
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isComposed() {
        return true;
    }

    @Override
    public Set<Path> files() {
        Set<Path> files = new HashSet<>(people.files());
        ground.ifPresent(g -> files.addAll(g.files()));
        return files;
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        Draws draws = Draws.of(seed, index);
        CrowdPainter painter = new CrowdPainter(Shapes.canvas(draws), CrowdViews.LEAST_EXTENT);
        paintGround(painter, draws);
        int count = draws.chance(0.1) ? 0 : draws.chance(0.3) ? 1 : draws.whole(2, MOST_PEOPLE);
        double typical = draws.scale(SMALLEST, LARGEST / Math.max(1, Math.sqrt(count) / 1.5));
        boolean isAlike = draws.chance(0.7);
        for (int i = 0; i < count; i++) {
            if (draws.chance(0.25)) {
                paintThing(painter, typical, draws);
            }
            double extent = isAlike
                    ? Math.max(SMALLEST, Math.min(LARGEST, typical * draws.scale(0.65, 1.5)))
                    : draws.scale(SMALLEST, LARGEST);
            paintPerson(painter, extent, draws);
        }
        if (count == 0) {
            paintThing(painter, draws.scale(SMALLEST, LARGEST), draws);
        }
        return painter.toCrowd("mosaic" + (seed + index));
    }

    private void paintGround(CrowdPainter painter, Draws draws) throws DataSetException {
        Canvas canvas = painter.canvas();
        if (ground.isEmpty() || draws.chance(0.1)) {
            PlainGround.paint(canvas, draws);
            painter.labelled(canvas.whole());
            return;
        }
        Crowd crowd = ground.get().crowd(draws.whole(0, ground.get().size() - 1));
        Picture picture = crowd.picture();
        double cover = Math.max((double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
        double scale = cover * draws.scale(1.01, 2.2);
        double roomX = Math.max(0, picture.width() - canvas.width() / scale);
        double roomY = Math.max(0, picture.height() - canvas.height() / scale);
        Point from = new Point(draws.between(0, roomX), draws.between(0, roomY));
        painter.put(crowd, Placing.of(from, new Point(0, 0), scale, scale, 0, false));
    }

    private void paintPerson(CrowdPainter painter, double extent, Draws draws) throws DataSetException {
        CutOut person = CutOut.drawn(people, draws);
        Placing placing = placing(painter.canvas(), person.box(), extent, draws);
        painter.putPerson(person.picture(), person.box(), placing, person.mask(draws));
    }

    /** A piece of a picture with nobody in it, cut out as people are. */
    private void paintThing(CrowdPainter painter, double extent, Draws draws) throws DataSetException {
        if (ground.isEmpty()) {
            return;
        }
        Crowd crowd = ground.get().crowd(draws.whole(0, ground.get().size() - 1));
        boolean isEmpty = crowd.people().isEmpty()
                && crowd.unclear().isEmpty()
                && crowd.labelled().equals(java.util.List.of(Crowd.whole(crowd.picture())));
        if (!isEmpty) {
            return;
        }
        CutOut shape = CutOut.drawn(people, draws);
        Picture picture = crowd.picture();
        double room = Math.min(
                0.9 * picture.width() / shape.box().width(),
                0.9 * picture.height() / shape.box().height());
        double scale = room * draws.between(0.3, 1);
        double width = shape.box().width() * scale;
        double height = shape.box().height() * scale;
        Box outline = new Box(
                draws.between(0, picture.width() - width), draws.between(0, picture.height() - height), width, height);
        Mask mask = draws.chance(0.5)
                ? shape.limbs(draws).movedTo(shape.box(), outline)
                : new BoxMask(outline, Math.max(1, outline.extent() * draws.between(0.01, 0.2)));
        painter.putThing(picture, outline, placing(painter.canvas(), outline, extent, draws), mask);
    }

    /** Anywhere on the canvas, and a little beyond its edge. */
    private static Placing placing(Canvas canvas, Box box, double extent, Draws draws) {
        double scale = extent / box.extent();
        double halfWidth = box.width() * scale / 2;
        double halfHeight = box.height() * scale / 2;
        double inside = draws.chance(0.8) ? 1 : 0.3;
        Point to = new Point(
                along(canvas.width(), halfWidth * inside, draws), along(canvas.height(), halfHeight * inside, draws));
        double squeeze = draws.scale(0.93, 1.07);
        return Placing.of(
                new Point(box.centre().x() - 0.5, box.centre().y() - 0.5),
                to,
                scale * squeeze,
                scale / squeeze,
                Math.toRadians(draws.between(-8, 8)),
                draws.chance(0.5));
    }

    private static double along(int side, double margin, Draws draws) {
        return 2 * margin >= side ? side / 2.0 : draws.between(margin, side - margin);
    }
}
