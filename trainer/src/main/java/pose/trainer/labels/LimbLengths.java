package pose.trainer.labels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pose.skeleton.Skeleton.Limb;

/**
 * Limbs too long for the person. Short ones prove nothing, for a limb that points at the camera is short in the picture.
 * Of a long limb's two ends the one is blamed whose limbs are wrong altogether: the elbow where forearm and upper arm are
 * both too long, the wrist where the forearm alone is.
 */
final class LimbLengths implements LabelTest {

    /** Half as long again as the data set's typical limb is believable anywhere. */
    private static final double BELIEVABLE = 1.5;

    private final BodySizes bodies;

    LimbLengths(BodySizes bodies) {
        this.bodies = bodies;
    }

    @Override
    public List<Suspicion> suspicions(List<Evidence> everybody) {
        List<Fence> fences = new ArrayList<>();
        for (int l = 0; l < bodies.limbs().size(); l++) {
            int limb = l;
            fences.add(Fence.of(
                    everybody.stream()
                            .mapToDouble(person -> length(person, limb))
                            .filter(Double::isFinite)
                            .toArray(),
                    BELIEVABLE));
        }
        List<Suspicion> found = new ArrayList<>();
        for (Evidence person : everybody) {
            Map<Limb, Double> scores = new HashMap<>();
            for (int l = 0; l < bodies.limbs().size(); l++) {
                double score = fences.get(l).score(length(person, l));
                if (Double.isFinite(score)) {
                    scores.put(bodies.limbs().get(l), score);
                }
            }
            blame(person, scores, found);
        }
        return found;
    }

    /** In typical lengths of somebody this large. */
    private double length(Evidence person, int limb) {
        return BodySizes.length(person.person(), bodies.limbs().get(limb))
                / (bodies.typical().get(limb) * person.size());
    }

    /** One part after the other takes its long limbs with it, until none is left. */
    private static void blame(Evidence person, Map<Limb, Double> scores, List<Suspicion> found) {
        while (scores.values().stream().anyMatch(score -> score > 1)) {
            int worst = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int part = 0; part < person.person().parts().size(); part++) {
                double fault = fault(part, scores);
                if (fault > most) {
                    most = fault;
                    worst = part;
                }
            }
            int part = worst;
            double score = scores.entrySet().stream()
                    .filter(limb -> touches(limb.getKey(), part))
                    .mapToDouble(Map.Entry::getValue)
                    .max()
                    .orElseThrow();
            found.add(new Suspicion(person.person(), List.of(part), SuspicionReason.LIMB, score));
            scores.keySet().removeIf(limb -> touches(limb, part));
        }
    }

    /** What a part's limbs have too much, less what its good ones speak for it. */
    private static double fault(int part, Map<Limb, Double> scores) {
        double fault = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Limb, Double> limb : scores.entrySet()) {
            if (touches(limb.getKey(), part)) {
                double excess = limb.getValue() - 1;
                fault = (fault == Double.NEGATIVE_INFINITY ? 0 : fault) + (excess > 0 ? excess : GOOD_LIMB);
            }
        }
        return hasLong(part, scores) ? fault : Double.NEGATIVE_INFINITY;
    }

    private static final double GOOD_LIMB = -0.25;

    private static boolean hasLong(int part, Map<Limb, Double> scores) {
        return scores.entrySet().stream().anyMatch(limb -> touches(limb.getKey(), part) && limb.getValue() > 1);
    }

    private static boolean touches(Limb limb, int part) {
        return limb.from() == part || limb.to() == part;
    }
}
