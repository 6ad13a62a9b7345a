package pose.trainer.experiment.baseline;

import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;
import pose.trainer.TrainingViews;
import pose.trainer.data.DataSetException;

/** What one step of a regression learns from. Arrays are flat and not copies. */
final class CoordinateBatch {

    private final int size;
    private final float[] pictures;
    private final float[] coordinates;
    private final float[] labelled;

    private CoordinateBatch(int size, float[] pictures, float[] coordinates, float[] labelled) {
        this.size = size;
        this.pictures = pictures;
        this.coordinates = coordinates;
        this.labelled = labelled;
    }

    /** The samples with these indices as the epoch shows them. */
    static CoordinateBatch make(TrainingViews views, int[] indices, int epoch, RegressionArchitecture architecture)
            throws DataSetException {
        int side = architecture.inputSize();
        int pixels = 3 * side * side;
        int outputs = architecture.outputs();
        float[] pictures = new float[indices.length * pixels];
        float[] coordinates = new float[indices.length * outputs];
        float[] labelled = new float[indices.length * outputs];
        for (int i = 0; i < indices.length; i++) {
            TrainingViews.View view = views.view(indices[i], epoch, side);
            System.arraycopy(view.planes(), 0, pictures, i * pixels, pixels);
            write(view.parts(), side, coordinates, labelled, i * outputs);
        }
        return new CoordinateBatch(indices.length, pictures, coordinates, labelled);
    }

    private static void write(
            List<Optional<Point>> parts, int side, float[] coordinates, float[] labelled, int offset) {
        for (int p = 0; p < parts.size(); p++) {
            if (parts.get(p).isPresent()) {
                Point point = parts.get(p).orElseThrow();
                coordinates[offset + 2 * p] = toShare(point.x(), side);
                coordinates[offset + 2 * p + 1] = toShare(point.y(), side);
                labelled[offset + 2 * p] = 1;
                labelled[offset + 2 * p + 1] = 1;
            }
        }
    }

    /** A coordinate in input pixels as a share of the side, −0.5 to 0.5 within the input. */
    static float toShare(double pixel, int side) {
        return (float) ((pixel - (side - 1) / 2.0) / side);
    }

    /** The inverse of {@link #toShare}. */
    static double toPixel(double share, int side) {
        return share * side + (side - 1) / 2.0;
    }

    int size() {
        return size;
    }

    /** N×3×S×S, values −0.5 to 0.5. */
    float[] pictures() {
        return pictures;
    }

    /** N×2P: x and y of each part, see {@link #toShare}; 0 where not labelled. */
    float[] coordinates() {
        return coordinates;
    }

    /** N×2P: 1 where labelled, else 0. */
    float[] labelled() {
        return labelled;
    }
}
