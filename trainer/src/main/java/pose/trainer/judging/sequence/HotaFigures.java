package pose.trainer.judging.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Higher Order Tracking Accuracy (Luiten et al., HOTA, IJCV 2021): finding and keeping apart weigh the same. Each is the mean
 * over the nineteen likenesses 0.05, 0.10 … 0.95 from which on places count as the same, each 0 to 1.
 *
 * @param hota the geometric mean of the next two, at each likeness
 * @param detection how well people were found: right / (right + missed + wrong)
 * @param association how well found ones were kept the same: the mean over all that is right of the share of both
 *     trajectories that they have in common
 * @param location how alike what is right is
 */
public record HotaFigures(double hota, double detection, double association, double location) {

    private static final int LEVELS = 19;

    private static final double ROUNDING = 1e-9;

    static HotaFigures of(List<IdentityFrame> frames) {
        Trajectories trajectories = Trajectories.of(frames);
        double hota = 0;
        double detection = 0;
        double association = 0;
        double location = 0;
        for (int level = 1; level <= LEVELS; level++) {
            Level figures = at(level / 20.0, frames, trajectories);
            hota += Math.sqrt(figures.detection * figures.association) / LEVELS;
            detection += figures.detection / LEVELS;
            association += figures.association / LEVELS;
            location += figures.location / LEVELS;
        }
        return new HotaFigures(hota, detection, association, location);
    }

    private record Level(double detection, double association, double location) {}

    private static Level at(double least, List<IdentityFrame> frames, Trajectories trajectories) {
        Map<Ids, Integer> together = new HashMap<>();
        long right = 0;
        long all = 0;
        double alike = 0;
        for (int i = 0; i < frames.size(); i++) {
            IdentityFrame frame = frames.get(i);
            all += frame.truths().size() + frame.founds().size();
            for (Pair pair : trajectories.pairs.get(i)) {
                double likeness = frame.alike(pair.truth(), pair.found());
                if (likeness >= least - ROUNDING) {
                    right++;
                    alike += likeness;
                    together.merge(Ids.of(frame, pair), 1, Integer::sum);
                }
            }
        }
        double common = 0;
        for (Map.Entry<Ids, Integer> entry : together.entrySet()) {
            int both = entry.getValue();
            int either = trajectories.length(entry.getKey()) - both;
            common += (double) both * both / either;
        }
        return new Level(
                (double) right / Math.max(1, all - right), common / Math.max(1, right), right == 0 ? 1 : alike / right);
    }

    /** A true and a found trajectory. */
    private record Ids(long truth, long found) {

        static Ids of(IdentityFrame frame, Pair pair) {
            return new Ids(frame.truths().get(pair.truth()), frame.founds().get(pair.found()));
        }
    }

    /**
     * How long each trajectory is, and who is together in each frame: those whose trajectories are most alike altogether, and
     * then those who are in this frame.
     */
    private record Trajectories(Map<Long, Integer> truths, Map<Long, Integer> founds, List<List<Pair>> pairs) {

        static Trajectories of(List<IdentityFrame> frames) {
            Map<Long, Integer> truths = new HashMap<>();
            Map<Long, Integer> founds = new HashMap<>();
            Map<Ids, Double> common = new HashMap<>();
            for (IdentityFrame frame : frames) {
                frame.truths().forEach(id -> truths.merge(id, 1, Integer::sum));
                frame.founds().forEach(id -> founds.merge(id, 1, Integer::sum));
                count(frame, common);
            }
            List<List<Pair>> pairs = new ArrayList<>();
            for (IdentityFrame frame : frames) {
                pairs.add(frame.pairs((t, f) -> {
                    Ids ids = Ids.of(frame, new Pair(t, f));
                    double both = common.getOrDefault(ids, 0.0);
                    return both / (length(truths, founds, ids) - both) * frame.alike(t, f);
                }));
            }
            return new Trajectories(truths, founds, pairs);
        }

        /** Of both together, in frames. */
        int length(Ids ids) {
            return length(truths, founds, ids);
        }

        private static int length(Map<Long, Integer> truths, Map<Long, Integer> founds, Ids ids) {
            return truths.getOrDefault(ids.truth, 0) + founds.getOrDefault(ids.found, 0);
        }

        /** Counts each pair by how much of the likeness of both to anybody is theirs. */
        private static void count(IdentityFrame frame, Map<Ids, Double> common) {
            double[] ofTruth = new double[frame.truths().size()];
            double[] ofFound = new double[frame.founds().size()];
            for (int t = 0; t < ofTruth.length; t++) {
                for (int f = 0; f < ofFound.length; f++) {
                    ofTruth[t] += frame.alike(t, f);
                    ofFound[f] += frame.alike(t, f);
                }
            }
            for (int t = 0; t < ofTruth.length; t++) {
                for (int f = 0; f < ofFound.length; f++) {
                    double alike = frame.alike(t, f);
                    if (alike > 0) {
                        common.merge(
                                Ids.of(frame, new Pair(t, f)), alike / (ofTruth[t] + ofFound[f] - alike), Double::sum);
                    }
                }
            }
        }
    }
}
