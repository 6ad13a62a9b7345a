package pose.trainer;

/** What one step learns from. Arrays are flat, in the order of dimensions given, and not copies. */
final class Batch {

    private final int size;
    private final int inputSize;
    private final float[] pictures;
    private final IdealMaps everyone;
    private final IdealMaps subject;

    /**
     * @param size N
     * @param inputSize S, side of the pictures
     * @param pictures N×3×S×S, values −0.5 to 0.5
     * @param everyone what stage 1 should see: everyone near; the same object as {@code subject} where nobody else is
     * @param subject what the later stages should see: the subject alone (section 4.2, MPII)
     */
    Batch(int size, int inputSize, float[] pictures, IdealMaps everyone, IdealMaps subject) {
        this.size = size;
        this.inputSize = inputSize;
        this.pictures = pictures;
        this.everyone = everyone;
        this.subject = subject;
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

    IdealMaps everyone() {
        return everyone;
    }

    IdealMaps subject() {
        return subject;
    }
}
