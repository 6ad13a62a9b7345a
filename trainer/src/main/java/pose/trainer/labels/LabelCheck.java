package pose.trainer.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts everybody's labels to every test, and ranks what they find. */
public final class LabelCheck {

    private LabelCheck() {}

    /**
     * All suspicions beyond the believable, the worst first.
     *
     * @param predictions of a model that has not seen these labels; one that has understates
     */
    public static List<Suspicion> rank(CheckedPeople people, Predictions predictions) {
        BodySizes bodies = BodySizes.of(people.skeleton(), people.people());
        List<Evidence> everybody = IntStream.range(0, people.people().size())
                .mapToObj(i -> {
                    CheckedPerson person = people.people().get(i);
                    return new Evidence(person, bodies.sizes().get(i), predictions.of(person));
                })
                .toList();
        List<Suspicion> found = new ArrayList<>();
        Stream.of(
                        new LimbLengths(bodies),
                        new FarFromBody(),
                        new CrossedTrunk(people.skeleton()),
                        new SwappedSides(people.skeleton()),
                        new Disagreement())
                .forEach(test -> found.addAll(test.suspicions(everybody)));
        found.sort(Comparator.comparingDouble(Suspicion::score)
                .reversed()
                .thenComparingInt(s -> s.person().index()));
        return found;
    }
}
