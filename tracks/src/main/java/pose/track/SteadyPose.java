package pose.track;

import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Keypoint;

/**
 * Keypoints made steady: one One-Euro filter a part (Casiez, Roussel and Vogel, CHI 2012), by capture times. x and y of a
 * part share a cutoff, by the speed of both. A part seen with a low score moves the filter less, never not at all; one whose
 * place is no number stays where it was. A part that is suddenly elsewhere, as where a network takes left for right, stays for
 * one frame; if it is seen there once more, it is there, for what lies between two places is right in neither case.
 *
 * <p>Immutable; the array never leaves.
 */
final class SteadyPose {

    /** Steady x and y, their speeds in pixels a second, x and y as seen. */
    static final int VALUES_A_PART = 6;

    /** From this score on a part is trusted in full. */
    private static final double SURE = 0.3;

    /** What the least score counts, as a share of full trust. */
    private static final double LEAST_TRUST = 0.2;

    /** No part goes farther from one frame to the next, in extents, unless it goes faster than {@link #FASTEST}. */
    private static final double JUMP = 0.2;

    /** Extents a second. */
    private static final double FASTEST = 5;

    /** Frames of the same instant, as a broken clock makes them, are taken for this far apart. */
    private static final double SHORTEST_SECONDS = 0.001;

    private final float[] values;

    SteadyPose(float[] values) {
        this.values = values;
    }

    static SteadyPose first(List<Keypoint> keypoints) {
        float[] values = new float[keypoints.size() * VALUES_A_PART];
        for (int part = 0; part < keypoints.size(); part++) {
            begin(values, part * VALUES_A_PART, keypoints.get(part));
        }
        return new SteadyPose(values);
    }

    private static void begin(float[] values, int at, Keypoint raw) {
        values[at] = (float) raw.x();
        values[at + 1] = (float) raw.y();
        values[at + 4] = (float) raw.x();
        values[at + 5] = (float) raw.y();
    }

    int parts() {
        return values.length / VALUES_A_PART;
    }

    double x(int part) {
        return values[part * VALUES_A_PART];
    }

    double y(int part) {
        return values[part * VALUES_A_PART + 1];
    }

    float value(int index) {
        return values[index];
    }

    /**
     * With one more sighting.
     *
     * @param seconds since the last
     * @param extent of the person, pixels: the unit of speed
     */
    SteadyPose seen(List<Keypoint> keypoints, double seconds, double extent, Steadiness steadiness) {
        if (keypoints.size() != parts()) {
            return first(keypoints);
        }
        double time = Math.max(SHORTEST_SECONDS, seconds);
        double speedGain = gain(steadiness.speedCutoffHz(), time);
        double farthest = Math.max(JUMP, FASTEST * time) * extent;
        float[] next = new float[values.length];
        for (int part = 0; part < keypoints.size(); part++) {
            Keypoint raw = keypoints.get(part);
            int at = part * VALUES_A_PART;
            if (!Double.isFinite(raw.x() + raw.y())) {
                System.arraycopy(values, at, next, at, VALUES_A_PART);
                continue;
            }
            if (!Double.isFinite(values[at] + values[at + 1])) {
                begin(next, at, raw);
                continue;
            }
            if (apart(raw, values[at], values[at + 1]) > farthest) {
                jump(next, at, raw, time, farthest);
                continue;
            }
            double speedX = values[at + 2] + speedGain * ((raw.x() - values[at]) / time - values[at + 2]);
            double speedY = values[at + 3] + speedGain * ((raw.y() - values[at + 1]) / time - values[at + 3]);
            double cutoff =
                    steadiness.restCutoffHz() + steadiness.cutoffPerSpeed() * Math.hypot(speedX, speedY) / extent;
            double gain = gain(cutoff * trust(raw.score()), time);
            next[at] = (float) (values[at] + gain * (raw.x() - values[at]));
            next[at + 1] = (float) (values[at + 1] + gain * (raw.y() - values[at + 1]));
            next[at + 2] = (float) speedX;
            next[at + 3] = (float) speedY;
            next[at + 4] = (float) raw.x();
            next[at + 5] = (float) raw.y();
        }
        return new SteadyPose(next);
    }

    /** Goes there where the part was seen there just before, or on its way there. */
    private void jump(float[] next, int at, Keypoint raw, double time, double farthest) {
        System.arraycopy(values, at, next, at, VALUES_A_PART);
        double x = values[at + 4];
        double y = values[at + 5];
        double still = apart(raw, x, y);
        double onItsWay = apart(raw, x + values[at + 2] * time, y + values[at + 3] * time);
        if (Math.min(still, onItsWay) < farthest) {
            next[at] = (float) raw.x();
            next[at + 1] = (float) raw.y();
        }
        next[at + 4] = (float) raw.x();
        next[at + 5] = (float) raw.y();
    }

    private static double apart(Keypoint raw, double x, double y) {
        return Math.hypot(raw.x() - x, raw.y() - y);
    }

    private static double trust(double score) {
        return LEAST_TRUST + (1 - LEAST_TRUST) * (score > 0 ? Math.min(1, score / SURE) : 0);
    }

    /** Share of the way that a low-pass filter of this cutoff goes towards a new value. */
    private static double gain(double cutoffHz, double seconds) {
        return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds));
    }

    /** The steady places, each with the score of the keypoint that it stands for. */
    List<Keypoint> keypoints(List<Keypoint> raw) {
        List<Keypoint> steady = new ArrayList<>(raw.size());
        for (int part = 0; part < raw.size(); part++) {
            steady.add(new Keypoint(x(part), y(part), raw.get(part).score()));
        }
        return steady;
    }

    /** The parts as last seen, moved by so many pixels: what is expected of a pose that keeps its shape. */
    List<Keypoint> moved(double right, double down) {
        List<Keypoint> moved = new ArrayList<>(parts());
        for (int part = 0; part < parts(); part++) {
            int at = part * VALUES_A_PART;
            moved.add(new Keypoint(values[at + 4] + right, values[at + 5] + down, 1));
        }
        return moved;
    }

    SteadyPose scaled(double factor) {
        float[] next = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            next[i] = (float) (values[i] * factor);
        }
        return new SteadyPose(next);
    }
}
