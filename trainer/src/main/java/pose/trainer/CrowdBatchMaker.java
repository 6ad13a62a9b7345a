package pose.trainer;

import pose.cpm.network.Architecture;
import pose.cpm.network.Size;
import pose.trainer.crowd.CrowdView;
import pose.trainer.crowd.CrowdViews;
import pose.trainer.data.DataSetException;

/** Pictures of crowds to batches, with the ideal maps drawn. */
final class CrowdBatchMaker implements BatchMaking {

    private final CrowdViews views;
    private final double peakWeight;

    CrowdBatchMaker(CrowdViews views, double peakWeight) {
        this.views = views;
        this.peakWeight = peakWeight;
    }

    @Override
    public Batch make(int[] indices, int epoch, Architecture architecture) throws DataSetException {
        Size input = architecture.input();
        float[] pictures = new float[indices.length * architecture.inputValues()];
        CrowdMaps maps = new CrowdMaps(architecture, indices.length);
        for (int i = 0; i < indices.length; i++) {
            CrowdView view = views.view(indices[i], epoch, input.width(), input.height());
            System.arraycopy(view.planes(), 0, pictures, i * architecture.inputValues(), architecture.inputValues());
            maps.draw(i, view, peakWeight);
        }
        return new Batch(indices.length, input, pictures, maps, maps);
    }
}
