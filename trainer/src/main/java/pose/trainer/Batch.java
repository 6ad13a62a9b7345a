package pose.trainer;

/** What one step learns from. Arrays are flat, in the order of dimensions given, and not copies. */
final class Batch {

    private final int size;
    private final int inputSize;
    private final float[] pictures;
    private final float[] ideal;
    private final float[] weight;

    /**
     * @param size N
     * @param inputSize S, side of the pictures
     * @param pictures N×3×S×S, values −0.5 to 0.5
     * @param ideal N×(P+1)×M×M, the ideal belief maps
     * @param weight N×(P+1)×M×M, how much each value counts; 0 for the map of a part that is not labelled
     */
    Batch(int size, int inputSize, float[] pictures, float[] ideal, float[] weight) {
        this.size = size;
        this.inputSize = inputSize;
        this.pictures = pictures;
        this.ideal = ideal;
        this.weight = weight;
    }

    int size() {
        return size;
    }

    int inputSize() {
        return inputSize;
    }

    float[] pictures() {
        return pictures;
    }

    float[] ideal() {
        return ideal;
    }

    float[] weight() {
        return weight;
    }
}
