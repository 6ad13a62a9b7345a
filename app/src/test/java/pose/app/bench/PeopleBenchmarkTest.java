package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pose.schema.WeightsRef;
import pose.skeleton.Keypoint;
import pose.skeleton.Pose;
import pose.stream.BatchInference;
import pose.stream.BatchPolicy;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Located;
import pose.stream.PersonFinding;

/** Whether what is put side by side belongs together, not how fast anything is; with a real broker and fake networks. */
class PeopleBenchmarkTest {

    private static final WeightsRef FAKE = new WeightsRef("fake", "1", "0");

    @Test
    void shouldPutAFramesCostBesideThatOfItsParts() {
        PeopleReport report = new PeopleReport(
                plan(0, 2),
                List.of(
                        new PeopleReport.Turn(4, 10, Map.of(0, 4.4, 2, 24.0)),
                        new PeopleReport.Turn(6, 12, Map.of(0, 6.6, 2, 30.0)),
                        new PeopleReport.Turn(5, 11, Map.of(0, 5.5, 2, 27.0))));

        assertThat(report.expectedMillis(2)).isEqualTo(27);
        assertThat(report.ratio(2)).isEqualTo(1);
        assertThat(report.ratio(0)).isCloseTo(1.1, within(1e-9));
        assertThat(report.text()).contains("locator 5.00 ms", "pose 11.00 ms", "1.100");
        assertThat(report.toMap()).containsEntry("locator_ms", 5.0).containsKey("frames");
    }

    @Test
    void shouldMeasureEachNumberOfPeople() throws Exception {
        // given
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        PersonFinding locator = PersonFinding.of(batch -> batch.stream()
                .<FrameResult>map(request -> new Located(List.of(), FAKE))
                .toList());
        BatchInference model = BatchInference.of(batch -> batch.stream()
                .<FrameResult>map(request -> {
                    seen.add(request.people());
                    return looked(request);
                })
                .toList());

        // when
        PeopleReport report = new PeopleBenchmark(plan(0, 3), locator, model, line -> {}, () -> false).run();

        // then
        assertThat(report.turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.frameMillis())
                        .containsOnlyKeys(0, 3)
                        .allSatisfy((people, millis) -> assertThat(millis).isPositive()));
        assertThat(seen).contains(0, 3);
    }

    @Test
    void shouldRefuseMorePeopleThanPlay() {
        assertThatThrownBy(() -> plan(23))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--people is 23; allowed: 0 to 22");
    }

    private static FrameResult looked(FrameRequest request) {
        List<Pose> people = request.located().orElseThrow().sightings().stream()
                .map(s -> new Pose(s.subjectBox(), 1, List.of(new Keypoint(0, 0, 1))))
                .toList();
        return new Inferred(people, "lsp14", FAKE, request.located());
    }

    private static PeoplePlan plan(Integer... people) {
        return new PeoplePlan(
                List.of(people),
                64,
                48,
                Duration.ofMillis(100),
                1,
                new BatchPolicy(4, Duration.ofMillis(5), 1024 * 1024));
    }
}
