package pose.trainer;

import pose.cpm.network.Size;

/** What one step learns from. Arrays are flat, in the order of dimensions given, and not copies. */
final class Batch {

    private final int size;
    private final Size input;
    private final float[] pictures;
    private final Goal everyone;
    private final Goal subject;

    /**
     * @param size N
     * @param input W × H of the pictures
     * @param pictures N×3×H×W, values −0.5 to 0.5
     * @param everyone what stage 1 should give: everyone near; the same object as {@code subject} where nobody else is
     * @param subject what the later stages should give: the subject alone (section 4.2, MPII)
     */
    Batch(int size, Size input, float[] pictures, Goal everyone, Goal subject) {
        this.size = size;
        this.input = input;
        this.pictures = pictures;
        this.everyone = everyone;
        this.subject = subject;
    }

    int size() {
        return size;
    }

    Size input() {
        return input;
    }

    float[] pictures() {
        return pictures;
    }

    Goal everyone() {
        return everyone;
    }

    Goal subject() {
        return subject;
    }
}
