package pose.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.app.event.ExampleEvents;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.TruePerson;
import pose.schema.TruePosition;
import pose.schema.Truth;
import pose.skeleton.Skeleton;

class SyntheticPckTest {

    private static final int PARTS = Skeleton.LSP14.size();
    private static final int RIGHT_SHOULDER = Skeleton.LSP14.indexOf("r_shoulder");
    private static final int LEFT_HIP = Skeleton.LSP14.indexOf("l_hip");

    private final SyntheticPck pck = new SyntheticPck();

    @Test
    void shouldCountAPartAtTwentyPerCentOfTheTorsoAndNotOneBeyond() {
        // given
        Truth truth = truth(person(0));
        List<PartPosition> seen = seen(0);
        seen.set(0, new PartPosition(20f, 0f, 1f));
        seen.set(1, new PartPosition(20.1f, 0f, 1f));

        // when
        pck.add(event(seen), truth);

        // then
        assertThat(pck.mean()).hasValueCloseTo(100.0 * 13 / 14, within(1e-9));
    }

    @Test
    void shouldCompareEachTruePersonWithTheNearestOne() {
        // given
        Truth truth = truth(person(0), person(500));

        // when
        pck.add(event(seen(500), seen(0)), truth);

        // then
        assertThat(pck.mean()).hasValueCloseTo(100.0, within(1e-9));
    }

    @Test
    void shouldCountATruePersonNobodySawAsAllWrong() {
        // given
        Truth truth = truth(person(0), person(500));

        // when
        pck.add(event(seen(0)), truth);

        // then
        assertThat(pck.mean()).hasValueCloseTo(50.0, within(1e-9));
    }

    @Test
    void shouldHaveNoMeanWithoutATruth() {
        // when
        SyntheticPck untouched = new SyntheticPck();

        // then
        assertThat(untouched.mean()).isEmpty();
    }

    /** All parts in one place but for the torso, which is 100 pixels long. */
    private static TruePerson person(int x) {
        List<TruePosition> keypoints =
                new ArrayList<>(Collections.nCopies(PARTS, new TruePosition((float) x, 0f, true)));
        keypoints.set(RIGHT_SHOULDER, new TruePosition((float) x, 100f, true));
        keypoints.set(LEFT_HIP, new TruePosition((float) x, 200f, true));
        return new TruePerson(keypoints, -1L, 1.0);
    }

    private static List<PartPosition> seen(int x) {
        List<PartPosition> keypoints = new ArrayList<>();
        person(x).getKeypoints().forEach(k -> keypoints.add(new PartPosition(k.getX(), k.getY(), 1f)));
        return keypoints;
    }

    private static Truth truth(TruePerson... people) {
        return new Truth("lsp14", List.of(people));
    }

    @SafeVarargs
    private static PoseFrame event(List<PartPosition>... people) {
        List<Person> seen = new ArrayList<>();
        for (List<PartPosition> keypoints : people) {
            seen.add(ExampleEvents.person().setKeypoints(keypoints).build());
        }
        return ExampleEvents.event().setPeople(seen).build();
    }
}
