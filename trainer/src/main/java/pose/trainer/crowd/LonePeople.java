package pose.trainer.crowd;

import java.nio.file.Path;
import java.util.Set;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/**
 * Pictures of single people as a telephone would film them: a window of any shape around the labelled person, who is up to
 * as tall as it. Who else is there nobody labelled: only what lies around the person is.
 */
final class LonePeople implements CrowdDataSet {

    private static final double AROUND = 1.2;

    private final int size;
    private final long seed;
    private final DataSet people;

    LonePeople(int size, long seed, DataSet people) {
        this.size = size;
        this.seed = seed;
        this.people = people;
    }

    @Override
    public String name() {
        return size + " views of " + people.name();
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
        return people.files();
    }

    @Override
    public Crowd crowd(int index) throws DataSetException {
        Draws draws = Draws.of(seed, index);
        CutOut person = CutOut.drawn(people, draws);
        Canvas canvas = Shapes.canvas(draws);
        Picture picture = person.picture();
        Box box = person.box();
        double fits = Math.min(canvas.width() / box.width(), canvas.height() / box.height());
        double least = Math.max((double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
        // Where the picture is large enough around the person it fills the window; else there is grey beside it.
        double scale = fits * draws.between(0.45, 1.02);
        if (draws.chance(0.6)) {
            scale = Math.max(scale, Math.min(least, fits));
        }
        CrowdPainter painter = new CrowdPainter(canvas, CrowdViews.LEAST_EXTENT);
        double roomX = Math.max(0, canvas.width() - box.width() * scale);
        double roomY = Math.max(0, canvas.height() - box.height() * scale);
        Point to = new Point(
                (canvas.width() - 1) / 2.0 + roomX * draws.between(-0.5, 0.5),
                (canvas.height() - 1) / 2.0 + roomY * draws.between(-0.5, 0.5));
        Placing placing = Placing.of(
                new Point(box.centre().x() - 0.5, box.centre().y() - 0.5), to, scale, scale, 0, draws.chance(0.5));
        canvas.put(picture, placing, Mask.ALL);
        Box seen = placing.apply(box);
        painter.addPerson(seen);
        // Seldom is somebody else as near as that; what is on the ground around a person must be learnt to be nobody.
        painter.labelled(seen.square(AROUND));
        return painter.toCrowd("lone" + (seed + index));
    }
}
