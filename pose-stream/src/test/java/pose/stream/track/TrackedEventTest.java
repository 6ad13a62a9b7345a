package pose.stream.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.schema.BoundingBox;
import pose.schema.PartPosition;
import pose.schema.Person;
import pose.schema.PoseFrame;
import pose.schema.Timings;
import pose.schema.WeightsRef;
import pose.track.CameraTracks;
import pose.track.TrackSettings;

class TrackedEventTest {

    private static final Impression SURE = new Impression(Optional.empty(), false);
    private static final Impression FAINT = new Impression(Optional.empty(), true);

    @Test
    void shouldLeaveOutWhoIsFaintAndNobodyKnown() {
        // given somebody known, who is faint in the third frame, as is something elsewhere
        CameraTracks known = CameraTracks.none();
        for (int i = 0; i < 2; i++) {
            known = follow(known, seen(i, List.of(SURE), 100)).next();
        }

        // when
        TrackedEvent event = follow(known, seen(2, List.of(FAINT, FAINT), 100, 400));

        // then
        assertThat(event.event().getPeople()).extracting(Person::getTrack).containsExactly(1L);
    }

    @Test
    void shouldTakeAnImpressionOfEach() {
        assertThatThrownBy(() -> seen(0, List.of(SURE), 100, 400))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 people of 1 impressions; there must be one each");
    }

    private static TrackedEvent follow(CameraTracks before, SeenEvent seen) {
        return TrackedEvent.of(seen, before, TrackSettings.defaults());
    }

    private static SeenEvent seen(long sequence, List<Impression> impressions, int... places) {
        List<Person> people =
                IntStream.of(places).mapToObj(TrackedEventTest::person).toList();
        PoseFrame event = PoseFrame.newBuilder()
                .setCamera("yard")
                .setEpoch(1)
                .setSequence(sequence)
                .setCaptureTimeUs(40_000 * sequence)
                .setWidth(640)
                .setHeight(360)
                .setPeople(people)
                .setSkeleton("lsp14")
                .setWeights(new WeightsRef("fake", "1", "00"))
                .setTimings(new Timings(0L, 0L, 0L, 0L))
                .build();
        return new SeenEvent(event, null, Optional.empty(), impressions);
    }

    private static Person person(int x) {
        List<PartPosition> parts = IntStream.range(0, 14)
                .mapToObj(part -> new PartPosition((float) x + part % 3, 100f + 10 * part, 0.9f))
                .toList();
        return Person.newBuilder()
                .setBox(new BoundingBox(x - 70.0, 95.0, 140.0, 140.0))
                .setScore(0.9f)
                .setKeypoints(parts)
                .build();
    }
}
