package pose.trainer;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pose.cpm.BeliefMapCodec;
import pose.cpm.Crop;
import pose.cpm.network.Architecture;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/**
 * Samples to batches: crop, augment, draw the ideal maps. What sample {@code i} of epoch {@code e} looks like depends on
 * the seed, e and i alone, so a resumed run sees what the unbroken one would have.
 */
final class BatchMaker {

    private final DataSet data;
    private final Skeleton skeleton;
    private final Augmentation augmentation;
    private final double peakWeight;
    private final long seed;

    BatchMaker(DataSet data, Augmentation augmentation, double peakWeight, long seed) {
        this.data = data;
        this.skeleton = data.skeleton();
        this.augmentation = augmentation;
        this.peakWeight = peakWeight;
        this.seed = seed;
    }

    Batch make(int[] indices, int epoch, Architecture architecture) throws DataSetException {
        int size = architecture.inputSize();
        BeliefMapCodec codec = BeliefMapCodec.of(architecture);
        int pixels = 3 * size * size;
        int maps = architecture.maps() * codec.cells();
        float[] pictures = new float[indices.length * pixels];
        float[] ideal = new float[indices.length * maps];
        float[] weight = new float[indices.length * maps];
        float[] picture = new float[pixels];
        for (int i = 0; i < indices.length; i++) {
            Random random = new Random(mix(seed, epoch, indices[i]));
            Sample sample = data.sample(indices[i]);
            Crop crop = augmentation.crop(sample.subjectBox(), size, random);
            crop.write(sample.picture(), FloatBuffer.wrap(picture));
            augmentation.recolour(picture, random);
            System.arraycopy(picture, 0, pictures, i * pixels, pixels);
            List<Optional<Point>> parts = inInput(sample, crop);
            codec.encode(parts, ideal, i * maps);
            weigh(parts, ideal, weight, i * maps, codec.cells());
        }
        return new Batch(indices.length, size, pictures, ideal, weight);
    }

    private List<Optional<Point>> inInput(Sample sample, Crop crop) {
        List<Optional<Point>> parts = new ArrayList<>(skeleton.size());
        for (int p = 0; p < skeleton.size(); p++) {
            int from = crop.mirrored() ? skeleton.mirror().get(p) : p;
            parts.add(sample.parts().get(from).map(crop::toInput));
        }
        return parts;
    }

    /** Unlabelled parts teach nothing; the background only where all parts are known, for it denies every one. */
    private void weigh(List<Optional<Point>> parts, float[] ideal, float[] weight, int offset, int cells) {
        for (int p = 0; p < parts.size(); p++) {
            if (parts.get(p).isPresent()) {
                for (int c = offset + p * cells; c < offset + (p + 1) * cells; c++) {
                    weight[c] = (float) (1 + peakWeight * ideal[c]);
                }
            }
        }
        if (parts.stream().allMatch(Optional::isPresent)) {
            int background = offset + parts.size() * cells;
            java.util.Arrays.fill(weight, background, background + cells, 1f);
        }
    }

    private static long mix(long seed, int epoch, int index) {
        long h = seed * 0x9E3779B97F4A7C15L + epoch * 0xC2B2AE3D27D4EB4FL + index * 0x165667B19E3779F9L;
        h ^= h >>> 32;
        return h * 0xD6E8FEB86659FD93L;
    }
}
