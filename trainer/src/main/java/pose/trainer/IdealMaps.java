package pose.trainer;

import java.util.List;
import java.util.Optional;
import pose.cpm.BeliefMapCodec;
import pose.skeleton.Point;

/** What a batch's belief maps should be, and how much each value counts; N×(P+1)×M×M both, flat, not copies. */
final class IdealMaps implements Goal {

    private final BeliefMapCodec codec;
    private final int maps;
    private final float[] ideal;
    private final float[] weight;

    /** @param maps P + 1 */
    IdealMaps(BeliefMapCodec codec, int batch, int maps) {
        this.codec = codec;
        this.maps = maps;
        ideal = new float[batch * maps * codec.cells()];
        weight = new float[ideal.length];
    }

    /**
     * Draws picture {@code index}: each part's map shows the peaks of all these people, the background's what is left.
     *
     * <p>A part of the subject that is not labelled teaches nothing: it may be anywhere. The background counts only where
     * all of the subject's parts are known, for it denies every one.
     *
     * @param subject in input pixels
     * @param others also to be shown, in input pixels; what of them is not labelled is not
     * @param peakWeight how much more a peak's values count than the rest: 1 + this × ideal
     */
    void draw(int index, List<Optional<Point>> subject, List<List<Optional<Point>>> others, double peakWeight) {
        int offset = index * maps * codec.cells();
        codec.encode(subject, ideal, offset);
        if (!others.isEmpty()) {
            float[] person = new float[maps * codec.cells()];
            for (List<Optional<Point>> other : others) {
                codec.encode(other, person, 0);
                merge(person, offset);
            }
        }
        weigh(subject, offset, peakWeight);
    }

    /** The higher peak of each part, and the lower background. */
    private void merge(float[] person, int offset) {
        int background = (maps - 1) * codec.cells();
        for (int i = 0; i < background; i++) {
            ideal[offset + i] = Math.max(ideal[offset + i], person[i]);
        }
        for (int i = background; i < person.length; i++) {
            ideal[offset + i] = Math.min(ideal[offset + i], person[i]);
        }
    }

    private void weigh(List<Optional<Point>> subject, int offset, double peakWeight) {
        int cells = codec.cells();
        for (int p = 0; p < subject.size(); p++) {
            if (subject.get(p).isPresent()) {
                for (int c = offset + p * cells; c < offset + (p + 1) * cells; c++) {
                    weight[c] = (float) (1 + peakWeight * ideal[c]);
                }
            }
        }
        if (subject.stream().allMatch(Optional::isPresent)) {
            int background = offset + subject.size() * cells;
            java.util.Arrays.fill(weight, background, background + cells, 1f);
        }
    }

    @Override
    public float[] ideal() {
        return ideal;
    }

    @Override
    public float[] weight() {
        return weight;
    }
}
