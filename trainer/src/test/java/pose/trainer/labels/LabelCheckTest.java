package pose.trainer.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static pose.trainer.labels.Athletes.SKELETON;
import static pose.trainer.labels.Athletes.precision;
import static pose.trainer.labels.Athletes.swapped;
import static pose.trainer.labels.Athletes.thrown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;

class LabelCheckTest {

    private static final String[] LEGS = {"hip", "knee", "ankle"};
    private static final String[] BODY = {"hip", "knee", "ankle", "shoulder", "elbow", "wrist"};

    @ParameterizedTest
    @ValueSource(strings = {"r_wrist", "l_elbow", "r_knee", "l_ankle", "head_top"})
    void shouldRankAJointThrownAwayFirstByGeometryAlone(String part) {
        CheckedPeople people = Athletes.damaged(12, parts -> thrown(parts, part, 130, -70));

        List<Suspicion> ranked = LabelCheck.rank(people, Predictions.NONE);

        assertThat(people(ranked, SuspicionReason.LIMB)).hasSizeGreaterThanOrEqualTo(18);
        assertThat(precision(ranked, 20, 12)).isGreaterThanOrEqualTo(0.95);
        assertThat(ranked.subList(0, 10))
                .allSatisfy(s -> assertThat(s.parts()).containsExactly(SKELETON.indexOf(part)));
    }

    @Test
    void shouldFindHipsThatFaceTheOtherWayThanShouldersByGeometryAlone() {
        CheckedPeople people = Athletes.damaged(12, parts -> swapped(parts, LEGS));

        List<Suspicion> ranked = LabelCheck.rank(people, Predictions.NONE).stream()
                .filter(s -> s.reason() == SuspicionReason.CROSSED)
                .toList();

        // Of athletes seen from the side the hips are on one spot: nothing crosses.
        assertThat(ranked.size()).isGreaterThanOrEqualTo(8);
        assertThat(precision(ranked, ranked.size(), 12)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void shouldThinkTheSameOfPeopleUpsideDown() {
        CheckedPeople people = Athletes.damaged(12, parts -> swapped(parts, LEGS));
        CheckedPeople turned = new CheckedPeople(
                SKELETON,
                people.people().stream()
                        .map(p -> new CheckedPerson(p.index(), p.id(), p.box(), upsideDown(p.parts())))
                        .toList());

        List<Suspicion> ranked = LabelCheck.rank(turned, Predictions.NONE);

        assertThat(ranked.stream().map(s -> s.person().id() + s.reason() + s.parts()))
                .containsExactlyInAnyOrderElementsOf(LabelCheck.rank(people, Predictions.NONE).stream()
                        .map(s -> s.person().id() + s.reason() + s.parts())
                        .toList());
    }

    private static List<Optional<Point>> upsideDown(List<Optional<Point>> parts) {
        return parts.stream()
                .map(part -> part.map(p -> new Point(-p.x(), -p.y())))
                .toList();
    }

    @Test
    void shouldFindSwappedSidesWhereAModelKnowsBetter() {
        CheckedPeople people = Athletes.damaged(12, parts -> swapped(parts, parts.hashCode() % 2 == 0 ? LEGS : BODY));

        List<Suspicion> ranked = LabelCheck.rank(people, Athletes.fairModel(1));

        List<Suspicion> swaps = ranked.stream()
                .filter(s -> s.reason() == SuspicionReason.SWAPPED)
                .toList();
        assertThat(swaps.size()).isGreaterThanOrEqualTo(14);
        assertThat(precision(swaps, swaps.size(), 12)).isEqualTo(1);
        assertThat(swaps.stream().map(s -> s.parts().size()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(6, 12);
        assertThat(precision(ranked, 30, 12)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void shouldRankWhatAModelDisagreesWithByHowFarOffItIs() {
        CheckedPeople people = Athletes.damaged(12, parts -> thrown(parts, "l_knee", 45, 30));

        List<Suspicion> ranked = LabelCheck.rank(people, Athletes.fairModel(2)).stream()
                .filter(s -> s.reason() == SuspicionReason.DISAGREEMENT)
                .toList();

        List<Suspicion> first = ranked.subList(0, 15);
        assertThat(precision(first, 15, 12)).isGreaterThanOrEqualTo(0.7);
        assertThat(first.stream()
                        .filter(s -> s.parts().contains(SKELETON.indexOf("l_knee")))
                        .count())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void shouldNotBelieveAModelThatIsLostOnSomebody() {
        Map<String, List<Optional<Keypoint>>> lost =
                new java.util.HashMap<>(Athletes.fairModel(5).byId());
        CheckedPerson person = Athletes.clean().people().get(9);
        // All of it in one corner: sure of itself, and right of nothing.
        lost.put(person.id(), java.util.Collections.nCopies(14, Optional.of(new Keypoint(-300, -300, 0.9))));

        List<Suspicion> ranked = LabelCheck.rank(Athletes.clean(), new Predictions(lost));

        assertThat(ranked.stream().map(s -> s.person().id())).doesNotContain(person.id());
    }

    @Test
    void shouldSuspectFewOfGoodLabels() {
        CheckedPeople people = Athletes.clean();

        List<Suspicion> byGeometry = LabelCheck.rank(people, Predictions.NONE);
        List<Suspicion> byModel = LabelCheck.rank(people, Athletes.fairModel(3));

        assertThat(people.labels()).isEqualTo(240 * 14);
        assertThat(byGeometry.stream().mapToInt(s -> s.parts().size()).sum()).isLessThan(people.labels() / 100);
        // Of a model that is wild about every tenth part.
        assertThat(byModel.stream().mapToInt(s -> s.parts().size()).sum()).isLessThan(people.labels() / 30);
    }

    @Test
    void shouldTakePeopleOfWhomHardlyAnythingIsLabelled() {
        List<Optional<Point>> one = new java.util.ArrayList<>(java.util.Collections.nCopies(14, Optional.empty()));
        one.set(3, Optional.of(new Point(5, 5)));
        CheckedPerson person = new CheckedPerson(0, "a", new pose.skeleton.Box(0, 0, 20, 20), one);
        List<Optional<Keypoint>> found = java.util.Collections.nCopies(14, Optional.of(new Keypoint(500, 5, 1)));

        List<Suspicion> ranked =
                LabelCheck.rank(new CheckedPeople(SKELETON, List.of(person)), new Predictions(Map.of("a", found)));

        assertThat(ranked).hasSize(1);
        assertThat(ranked.get(0).reason()).isEqualTo(SuspicionReason.DISAGREEMENT);
        assertThat(ranked.get(0).parts()).containsExactly(3);
    }

    private static Set<String> people(List<Suspicion> ranked, SuspicionReason reason) {
        return ranked.stream()
                .filter(s -> s.reason() == reason)
                .map(s -> s.person().id())
                .collect(Collectors.toSet());
    }
}
