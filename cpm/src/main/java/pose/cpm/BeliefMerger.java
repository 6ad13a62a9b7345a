package pose.cpm;

import java.util.List;
import pose.cpm.TestTimeViews.View;

/**
 * Averages one stage's belief maps over views, in the frame of the plain crop: mirrored ones are mirrored back with left
 * and right parts swapped, those of other scales resampled. A cell that a view does not reach is averaged over the views
 * that do.
 */
final class BeliefMerger {

    private final int people;
    private final int mapSize;
    private final List<Integer> mirror;
    private final float[] sums;
    private final int[] reached;

    /** @param mirror for each part the one it becomes in the mirror; the background, behind the parts, stays itself */
    BeliefMerger(int people, int mapSize, List<Integer> mirror) {
        this.people = people;
        this.mapSize = mapSize;
        this.mirror = mirror;
        sums = new float[people * maps() * mapSize * mapSize];
        reached = new int[mapSize * mapSize];
    }

    private int maps() {
        return mirror.size() + 1;
    }

    /** @param maps N×(P+1)×M×M as the network saw this view */
    void add(View view, float[] maps) {
        double middle = (mapSize - 1) / 2.0;
        for (int y = 0; y < mapSize; y++) {
            double v = (y - middle) / view.scale() + middle;
            for (int x = 0; x < mapSize; x++) {
                double u = (x - middle) / view.scale() + middle;
                if (isReached(u) && isReached(v)) {
                    reached[y * mapSize + x]++;
                    addCell(maps, view.mirrored(), view.mirrored() ? mapSize - 1 - u : u, v, y * mapSize + x);
                }
            }
        }
    }

    private boolean isReached(double cell) {
        return cell >= -0.5 && cell <= mapSize - 0.5;
    }

    private void addCell(float[] maps, boolean mirrored, double u, double v, int cell) {
        int cells = mapSize * mapSize;
        CubicSample sample = new CubicSample(mapSize, u, v);
        for (int n = 0; n < people; n++) {
            for (int p = 0; p < maps(); p++) {
                int seenAs = mirrored && p < mirror.size() ? mirror.get(p) : p;
                sums[(n * maps() + p) * cells + cell] += sample.of(maps, (n * maps() + seenAs) * cells);
            }
        }
    }

    /** N×(P+1)×M×M; 0 where no view reached. */
    float[] mean() {
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sums[i] / Math.max(1, reached[i % reached.length]);
        }
        return mean;
    }
}
