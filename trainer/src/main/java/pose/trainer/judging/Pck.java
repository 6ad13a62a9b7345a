package pose.trainer.judging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

/**
 * Percentage of correct keypoints (Yang and Ramanan, PAMI 2013): a part counts as right within {@code alpha} torso
 * lengths of its label, the torso being right shoulder to left hip for {@code lsp14}. People without both torso labels
 * are left out; so are unlabelled parts.
 */
public final class Pck {

    private final Skeleton skeleton;
    private final double alpha;
    private final int[] right;
    private final int[] labelled;
    private int people;

    public Pck(Skeleton skeleton, double alpha) {
        this.skeleton = skeleton;
        this.alpha = alpha;
        right = new int[skeleton.size()];
        labelled = new int[skeleton.size()];
    }

    /** Whether this person can be judged: both torso parts are labelled and apart. */
    public static boolean isJudgeable(Skeleton skeleton, List<Optional<Point>> truth) {
        return torso(skeleton, truth).filter(length -> length > 0).isPresent();
    }

    private static Optional<Double> torso(Skeleton skeleton, List<Optional<Point>> truth) {
        Optional<Point> from = truth.get(skeleton.torso().from());
        Optional<Point> to = truth.get(skeleton.torso().to());
        return from.flatMap(a -> to.map(a::distanceTo));
    }

    /** Counts one person; one who cannot be judged is passed over. */
    public void add(List<Optional<Point>> truth, List<Keypoint> predicted) {
        if (!isJudgeable(skeleton, truth)) {
            return;
        }
        double reach = alpha * torso(skeleton, truth).orElseThrow();
        count(
                truth,
                part -> truth.get(part)
                                .orElseThrow()
                                .distanceTo(predicted.get(part).point())
                        <= reach);
    }

    /** Counts one person whom nobody predicted: every labelled part is wrong. */
    public void addUnseen(List<Optional<Point>> truth) {
        if (isJudgeable(skeleton, truth)) {
            count(truth, part -> false);
        }
    }

    private void count(List<Optional<Point>> truth, IntPredicate isRight) {
        people++;
        for (int p = 0; p < skeleton.size(); p++) {
            if (truth.get(p).isPresent()) {
                labelled[p]++;
                if (isRight.test(p)) {
                    right[p]++;
                }
            }
        }
    }

    public int people() {
        return people;
    }

    /** Per cent right, the mean over the parts that were labelled at all. */
    public double mean() {
        return parts().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** Per cent right by part, in skeleton order; parts never labelled are left out. */
    public Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int p = 0; p < skeleton.size(); p++) {
            if (labelled[p] > 0) {
                parts.put(skeleton.parts().get(p), 100.0 * right[p] / labelled[p]);
            }
        }
        return parts;
    }

    /** The name under which figures are written, e.g. {@code pck@0.2}. */
    public String name() {
        return "pck@" + alpha;
    }

    /** {@code {"mean": …, "parts": {…}}} in per cent, rounded to a hundredth. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mean", round(mean()));
        Map<String, Object> byPart = new LinkedHashMap<>();
        parts().forEach((part, value) -> byPart.put(part, round(value)));
        map.put("parts", byPart);
        map.put("people", people);
        return map;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Truth as these figures take it, where every part is known. */
    public static List<Optional<Point>> known(List<Point> points) {
        return points.stream().map(Optional::of).toList();
    }
}
