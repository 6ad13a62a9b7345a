package pose.trainer;

import java.util.List;
import java.util.Optional;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;
import pose.skeleton.Point;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/** Samples to batches: as {@link TrainingViews} shows them, with the ideal maps drawn. */
final class BatchMaker {

    private final TrainingViews views;
    private final double peakWeight;

    BatchMaker(DataSet data, Augmentation augmentation, double peakWeight, long seed) {
        this.views = new TrainingViews(data, augmentation, seed);
        this.peakWeight = peakWeight;
    }

    Batch make(int[] indices, int epoch, Architecture architecture) throws DataSetException {
        int size = architecture.inputSize();
        BeliefMapCodec codec = BeliefMapCodec.of(architecture);
        int pixels = 3 * size * size;
        int maps = architecture.maps() * codec.cells();
        float[] pictures = new float[indices.length * pixels];
        float[] ideal = new float[indices.length * maps];
        float[] weight = new float[indices.length * maps];
        for (int i = 0; i < indices.length; i++) {
            TrainingViews.View view = views.view(indices[i], epoch, size);
            System.arraycopy(view.planes(), 0, pictures, i * pixels, pixels);
            codec.encode(view.parts(), ideal, i * maps);
            weigh(view.parts(), ideal, weight, i * maps, codec.cells());
        }
        return new Batch(indices.length, size, pictures, ideal, weight);
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
}
