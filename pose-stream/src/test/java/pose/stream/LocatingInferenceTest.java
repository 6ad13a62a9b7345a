package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocatingInferenceTest {

    private static final PeopleSettings TWO = PeopleSettings.defaults().withMaxPeople(2);

    private final List<Integer> lookedAt = new ArrayList<>();
    private final FakeInference poses = FakeInference.seeing(request -> {
        lookedAt.add(request.people());
        return Frames.somebodyIn(request.frame());
    });

    @Test
    void shouldLookAtThoseWhomAStreamWouldLookAtAndGiveTheResultsInOrder() {
        // given a frame that cannot be looked at, and one with more people than are wanted
        FakeInference finding =
                FakeInference.seeing(request -> switch ((int) request.frame().getSequence()) {
                    case 1 -> new Poison("no picture");
                    case 2 -> Frames.people(5);
                    default -> Frames.people(1);
                });

        // when
        List<FrameResult> results = infer(new LocatingInference(finding, poses, TWO), 4);

        // then
        assertThat(results)
                .containsExactly(
                        Frames.somebodyIn(Frames.frame(0)),
                        new Poison("no picture"),
                        Frames.somebodyIn(Frames.frame(2)),
                        Frames.somebodyIn(Frames.frame(3)));
        assertThat(lookedAt).containsExactly(1, 2, 1);
    }

    @Test
    void shouldAskBothEngines() {
        FakeInference finding = FakeInference.locating(1);
        finding.die(new IllegalStateException("gone"));

        assertThatThrownBy(new LocatingInference(finding, poses, TWO)::probe).hasMessage("gone");
    }

    private static List<FrameResult> infer(BatchInference model, int frames) {
        List<FrameRequest> requests =
                IntStream.range(0, frames).mapToObj(Frames::request).toList();
        try (FrameBatch batch = model.prepare(requests)) {
            batch.awaitPrepared();
            return batch.infer();
        }
    }
}
