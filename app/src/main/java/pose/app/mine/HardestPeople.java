package pose.app.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import pose.skeleton.Point;
import pose.trainer.judging.Evaluated;
import pose.trainer.judging.EvaluatedPerson;

/**
 * How much more often the people of a data set are wrong whom {@code pose mine} would take first.
 *
 * @param lines for people
 */
public record HardestPeople(List<String> lines) {

    private static final double TORSOS = 0.2;

    /** Somebody and how much of them is wrong: the share of the labelled parts that PCK@0.2 does not find. */
    private record Case(Hardness hardness, double wrong) {}

    public HardestPeople {
        lines = List.copyOf(lines);
    }

    /**
     * Compares them with everybody.
     *
     * @param share of the people that count as the hardest, more than 0, at most 1
     */
    public static HardestPeople of(Evaluated evaluated, double share) {
        MiningRules rules = new MiningRules(MiningRules.USUAL_SCORE, MiningRules.USUAL_DISAGREEMENT);
        List<Case> cases = new ArrayList<>();
        for (EvaluatedPerson person : evaluated.people()) {
            if (person.torso().isPresent()) {
                Hardness hardness = Hardness.of(
                        evaluated.skeleton(), person.lastPose(), OptionalDouble.empty(), OptionalDouble.empty(), rules);
                cases.add(new Case(hardness, wrong(person)));
            }
        }
        cases.sort(
                Comparator.comparingDouble((Case one) -> one.hardness().value()).reversed());
        List<Case> hardest = cases.subList(0, (int) Math.ceil(share * cases.size()));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-24s %7s %13s %15s",
                "as pose mine ranks them",
                "people",
                "parts wrong",
                "half or more"));
        lines.add(line("everybody", cases));
        lines.add(line("the hardest", hardest));
        for (HardReason reason : HardReason.values()) {
            List<Case> those = cases.stream()
                    .filter(one -> one.hardness().reasons().contains(reason))
                    .toList();
            if (!those.isEmpty()) {
                lines.add(line(reason.word(), those));
            }
        }
        return new HardestPeople(lines);
    }

    private static String line(String who, List<Case> cases) {
        double wrong = cases.stream().mapToDouble(Case::wrong).average().orElse(0);
        long half = cases.stream().filter(one -> one.wrong() >= 0.5).count();
        return String.format(
                Locale.ROOT,
                "%-24s %7d %11.1f %% %13.1f %%",
                who,
                cases.size(),
                100 * wrong,
                100.0 * half / Math.max(1, cases.size()));
    }

    private static double wrong(EvaluatedPerson person) {
        int labelled = 0;
        int wrong = 0;
        for (int p = 0; p < person.truth().size(); p++) {
            Optional<Point> truth = person.truth().get(p);
            if (truth.isPresent()) {
                labelled++;
                double distance = truth.get()
                        .distanceTo(person.lastPose().keypoints().get(p).point());
                wrong += distance > TORSOS * person.torso().orElseThrow() ? 1 : 0;
            }
        }
        return (double) wrong / labelled;
    }
}
