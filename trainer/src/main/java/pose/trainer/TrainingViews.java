package pose.trainer;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pose.cpm.Crop;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/**
 * Samples as a network that learns sees them: cropped, varied, recoloured. What sample {@code i} of epoch {@code e} looks
 * like depends on the seed, e and i alone, so a resumed run sees what the unbroken one would have, and two networks
 * trained with one seed see the same.
 */
public final class TrainingViews {

    private final DataSet data;
    private final Skeleton skeleton;
    private final Augmentation augmentation;
    private final long seed;

    public TrainingViews(DataSet data, Augmentation augmentation, long seed) {
        this.data = data;
        this.skeleton = data.skeleton();
        this.augmentation = augmentation;
        this.seed = seed;
    }

    /**
     * One sample in one epoch.
     *
     * @param index of the sample
     * @param epoch from 0
     * @param inputSize S, side of the network's input in pixels
     * @throws DataSetException where its picture cannot be read
     */
    public View view(int index, int epoch, int inputSize) throws DataSetException {
        Random random = new Random(mix(seed, epoch, index));
        Sample sample = data.sample(index);
        Crop crop = augmentation.crop(sample.subjectBox(), inputSize, random);
        float[] planes = new float[3 * inputSize * inputSize];
        crop.write(sample.picture(), FloatBuffer.wrap(planes));
        augmentation.recolour(planes, random);
        List<List<Optional<Point>>> others = sample.others().stream()
                .map(other -> inInput(other, crop))
                .filter(other -> isInSight(other, inputSize))
                .toList();
        return new View(planes, inInput(sample.parts(), crop), others);
    }

    private static boolean isInSight(List<Optional<Point>> parts, int inputSize) {
        return parts.stream()
                .flatMap(Optional::stream)
                .anyMatch(p -> p.x() >= 0 && p.y() >= 0 && p.x() < inputSize && p.y() < inputSize);
    }

    private List<Optional<Point>> inInput(List<Optional<Point>> source, Crop crop) {
        List<Optional<Point>> parts = new ArrayList<>(skeleton.size());
        for (int p = 0; p < skeleton.size(); p++) {
            int from = crop.mirrored() ? skeleton.mirror().get(p) : p;
            parts.add(source.get(from).map(crop::toInput));
        }
        return parts;
    }

    private static long mix(long seed, int epoch, int index) {
        long h = seed * 0x9E3779B97F4A7C15L + epoch * 0xC2B2AE3D27D4EB4FL + index * 0x165667B19E3779F9L;
        h ^= h >>> 32;
        return h * 0xD6E8FEB86659FD93L;
    }

    /** A picture as the network sees it, and where its subject's and other people's parts are in it. */
    public static final class View {

        private final float[] planes;
        private final List<Optional<Point>> parts;

        private final List<List<Optional<Point>>> others;

        private View(float[] planes, List<Optional<Point>> parts, List<List<Optional<Point>>> others) {
            this.planes = planes;
            this.parts = List.copyOf(parts);
            this.others = List.copyOf(others);
        }

        /** 3×S×S values from −0.5 to 0.5; not a copy. */
        public float[] planes() {
            return planes;
        }

        /** In skeleton order, input pixels; absent where not labelled. */
        public List<Optional<Point>> parts() {
            return parts;
        }

        /** The other labelled people of whom any part is in the picture, each as {@link #parts}. */
        public List<List<Optional<Point>>> others() {
            return others;
        }
    }
}
