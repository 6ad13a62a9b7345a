package pose.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.app.event.ExampleEvents;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.skeleton.Skeleton;

class PoseChangesTest {

    private final PoseChanges changes = new PoseChanges();

    @Test
    void shouldTellOfEachPartHowFarItIsFromWhereItWas() {
        // given
        for (int i = 0; i < 100; i++) {
            changes.add(event(person(0, 0.5f)), event(person(i < 94 ? 1 : 30, 0.75f)));
        }

        // when
        ChangeReport report = changes.report();

        // then
        // A person of 100 pixels, whose last part moves.
        PartFigures moving = report.parts().get(13);
        assertThat(moving.part()).isEqualTo("head_top");
        assertThat(moving.mean()).isCloseTo(2.74, within(1e-9));
        assertThat(moving.median()).isCloseTo(1, within(0.011));
        assertThat(moving.p95()).isCloseTo(30, within(0.3));
        assertThat(moving.largest()).isEqualTo(30);
        assertThat(moving.share()).isCloseTo(0.0274, within(1e-9));
        assertThat(moving.moved()).isEqualTo(0.06);
        assertThat(report.parts().get(0).mean()).isZero();
        assertThat(report.parts().get(0).p95()).isZero();
        assertThat(report.movedFrames()).isEqualTo(6);
        assertThat(report.movedPeople()).isEqualTo(6);
        assertThat(moving.scoreBefore()).isEqualTo(0.5);
        assertThat(moving.scoreAfter()).isEqualTo(0.75);
        assertThat(report.parts().get(14).part()).isEqualTo("all parts");
        assertThat(report.parts().get(14).moved()).isCloseTo(0.06 / 14, within(1e-9));
        assertThat(report.lines()).contains("100 people, 6 moved so");
    }

    @Test
    void shouldCountWhatIsTheSameBitForBit() {
        changes.add(event(person(0, 0.5f)), event(person(0, 0.5f)));
        changes.add(event(person(0, 0.5f)), event(person(0, Math.nextUp(0.5f))));

        assertThat(changes.report().identical()).isEqualTo(1);
        assertThat(changes.report().frames()).isEqualTo(2);
    }

    @Test
    void shouldNotCompareWhatCannotBe() {
        changes.add(event(person(0, 0.5f)), event());
        changes.addUnmatched();

        assertThat(changes.report().incomparable()).isEqualTo(1);
        assertThat(changes.report().people()).isZero();
        assertThat(changes.report().lines())
                .contains(
                        "1 frames with other numbers of people or another skeleton",
                        "1 frames have no event in what they were to be compared with");
    }

    private static Person person(float moved, float score) {
        List<PartPosition> parts = new ArrayList<>();
        for (int part = 0; part < Skeleton.LSP14.size() - 1; part++) {
            parts.add(new PartPosition(part == 0 ? 0f : 100f, 10f, 0.5f));
        }
        parts.add(new PartPosition(50f, 10f + moved, score));
        return ExampleEvents.person()
                .setBox(new BoundingBox(0.0, 0.0, 100.0, 100.0))
                .setScore(score)
                .setKeypoints(parts)
                .build();
    }

    private static PoseFrame event(Person... people) {
        return ExampleEvents.event().setPeople(List.of(people)).build();
    }
}
