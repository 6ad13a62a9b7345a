package pose.trainer.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Labels far from what a model predicts: torso lengths, weighted by the prediction's score, see {@link Evidence#miss}.
 * What is far is measured by how far off the model is at this part over the whole data set, so a weak model accuses few;
 * and a model that misses most of a person's other labels is lost on that person, and proves nothing about the one.
 */
final class Disagreement implements LabelTest {

    /** Torso lengths that are no disagreement whatever the model, before the score's weight. */
    private static final double BELIEVABLE = 0.3;

    /** Torso lengths within which a prediction bears a label out. */
    private static final double NEAR = 0.5;

    @Override
    public List<Suspicion> suspicions(List<Evidence> everybody) {
        List<Suspicion> found = new ArrayList<>();
        List<Fence> fences = fences(everybody);
        for (Evidence person : everybody) {
            for (int p = 0; p < fences.size(); p++) {
                double trust = trust(person, p);
                double score = trust * fences.get(p).score(person.miss(p, p).orElse(0.0));
                if (score > 1) {
                    found.add(new Suspicion(person.person(), List.of(p), SuspicionReason.DISAGREEMENT, score));
                }
            }
        }
        return found;
    }

    /** Share of a person's other labels that the model bears out. */
    private static double trust(Evidence person, int part) {
        List<Boolean> others = IntStream.range(0, person.predicted().size())
                .filter(p -> p != part)
                .mapToObj(p -> person.isWithin(p, NEAR))
                .flatMap(Optional::stream)
                .toList();
        return others.isEmpty()
                ? 1
                : (double) others.stream().filter(isNear -> isNear).count() / others.size();
    }

    /** How far off the model's predictions of each part are before it is hard to believe. */
    static List<Fence> fences(List<Evidence> everybody) {
        int parts = everybody.isEmpty() ? 0 : everybody.get(0).person().parts().size();
        double[] scores = everybody.stream()
                .flatMap(person -> person.predicted().stream())
                .flatMap(Optional::stream)
                .mapToDouble(keypoint -> keypoint.score())
                .toArray();
        double usual = Numbers.median(scores);
        double least = BELIEVABLE * (usual > 0 ? usual * usual : 1);
        return IntStream.range(0, parts)
                .mapToObj(part -> Fence.of(
                        everybody.stream()
                                .map(person -> person.miss(part, part))
                                .flatMap(Optional::stream)
                                .mapToDouble(miss -> miss)
                                .toArray(),
                        least))
                .toList();
    }
}
