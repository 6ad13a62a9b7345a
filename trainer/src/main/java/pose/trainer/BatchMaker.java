package pose.trainer;

import java.util.ArrayList;
import java.util.List;
import pose.cpm.BeliefMapCodec;
import pose.cpm.network.Architecture;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;

/** Samples to batches: as {@link TrainingViews} shows them, with the ideal maps drawn. */
final class BatchMaker implements BatchMaking {

    private final TrainingViews views;
    private final double peakWeight;

    BatchMaker(DataSet data, Augmentation augmentation, double peakWeight, long seed) {
        this.views = new TrainingViews(data, augmentation, seed);
        this.peakWeight = peakWeight;
    }

    @Override
    public Batch make(int[] indices, int epoch, Architecture architecture) throws DataSetException {
        int size = architecture.inputSize();
        int pixels = 3 * size * size;
        float[] pictures = new float[indices.length * pixels];
        List<TrainingViews.View> seen = new ArrayList<>(indices.length);
        for (int i = 0; i < indices.length; i++) {
            TrainingViews.View view = views.view(indices[i], epoch, size);
            System.arraycopy(view.planes(), 0, pictures, i * pixels, pixels);
            seen.add(view);
        }
        IdealMaps subject = maps(seen, architecture, false);
        boolean isAlone = seen.stream().allMatch(view -> view.others().isEmpty());
        return new Batch(
                indices.length,
                architecture.input(),
                pictures,
                isAlone ? subject : maps(seen, architecture, true),
                subject);
    }

    private IdealMaps maps(List<TrainingViews.View> seen, Architecture architecture, boolean isEveryone) {
        IdealMaps maps = new IdealMaps(BeliefMapCodec.of(architecture), seen.size(), architecture.maps());
        for (int i = 0; i < seen.size(); i++) {
            TrainingViews.View view = seen.get(i);
            maps.draw(i, view.parts(), isEveryone ? view.others() : List.of(), peakWeight);
        }
        return maps;
    }
}
