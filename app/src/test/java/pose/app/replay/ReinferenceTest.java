package pose.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Poison;

class ReinferenceTest {

    private final List<Integer> batches = new ArrayList<>();
    private final BatchInference model = BatchInference.of(frames -> {
        batches.add(frames.size());
        return frames.stream().map(ReinferenceTest::look).toList();
    });

    private static FrameResult look(FrameRequest request) {
        return request.frame().getSequence() == 2
                ? new Poison("broken")
                : new Inferred(List.of(), "lsp14", new WeightsRef("n", "1", "sha"));
    }

    @Test
    void shouldCountBatchesOffInEachPass() throws Exception {
        // given
        Material material =
                Recordings.material(Recordings.camera("a", 4, 0, 40_000), Recordings.camera("b", 3, 1_000, 40_000));
        Passes passes = new Passes(material, 2, new Reinference(model, 3, "run"));

        // when
        List<ReadyFrame> ready = new ArrayList<>();
        for (Optional<ReadyFrame> next = passes.next(); next.isPresent(); next = passes.next()) {
            ready.add(next.get());
        }
        passes.close();

        // then
        assertThat(batches).containsExactly(3, 3, 1, 3, 3, 1);
        assertThat(ready).extracting(ReadyFrame::pass).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);
        assertThat(ready.stream().map(ReadyFrame::digest).distinct()).hasSize(7);
    }

    @Test
    void shouldBeginABatchBeforeTheOneInFrontOfItIsDone() throws Exception {
        // given
        List<String> order = new ArrayList<>();
        Look noted = new Look() {
            @Override
            public int together() {
                return 2;
            }

            @Override
            public Looking begin(List<RecordedFrame> frames) {
                long first = frames.get(0).frame().getSequence();
                order.add("begin " + first);
                return () -> {
                    order.add("end " + first);
                    return frames.stream()
                            .<Content>map(frame -> new Content.Picture())
                            .toList();
                };
            }
        };
        Passes passes = new Passes(Recordings.material(Recordings.camera("a", 5, 0, 40_000)), 1, noted);

        // when
        while (passes.next().isPresent()) {
            order.add("out");
        }

        // then
        assertThat(order)
                .containsExactly(
                        "begin 0", "begin 2", "end 0", "out", "out", "begin 4", "end 2", "out", "out", "end 4", "out");
    }

    @Test
    void shouldTellWhatCannotBeLookedAt() {
        List<Content> contents = new Reinference(model, 3, "run")
                .begin(Recordings.camera("a", 3, 0, 40_000))
                .contents();

        assertThat(contents.get(1)).isInstanceOf(Content.Poses.class);
        assertThat(contents.get(2)).isEqualTo(new Content.Unseen("broken"));
    }

    @Test
    void shouldRefuseABatchOfNothing() {
        assertThatThrownBy(() -> new Reinference(model, 0, "run")).hasMessageContaining("1 to 1024");
    }
}
