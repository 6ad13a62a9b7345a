package pose.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import pose.cpm.Picture;
import pose.skeleton.Box;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.Sample;

/** Small noise pictures with labels in places of their own: nothing to find, but quick to learn by heart. */
record ToyDataSet(int size) implements DataSet {

    private static final int SIDE = 32;

    @Override
    public String name() {
        return "toy " + size;
    }

    @Override
    public Skeleton skeleton() {
        return Skeleton.LSP14;
    }

    @Override
    public Sample sample(int index) {
        Random random = new Random(index);
        byte[] pixels = new byte[3 * SIDE * SIDE];
        random.nextBytes(pixels);
        List<Optional<Point>> parts = new ArrayList<>();
        for (int p = 0; p < skeleton().size(); p++) {
            parts.add(Optional.of(new Point(2 * p + random.nextInt(4), 30 - 2 * p)));
        }
        Box box = new Box(0, 0, SIDE / Sample.MARGIN, SIDE / Sample.MARGIN);
        return new Sample(
                "toy" + index,
                Picture.of(SIDE, SIDE, pixels),
                parts,
                List.of(),
                Optional.of(box),
                OptionalDouble.empty());
    }
}
