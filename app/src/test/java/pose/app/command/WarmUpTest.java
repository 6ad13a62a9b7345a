package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Poison;

class WarmUpTest {

    @Test
    void shouldLetTheModelLookAtPicturesThatCanBeDecoded() throws Exception {
        // given
        List<FrameRequest> seen = new ArrayList<>();
        BatchInference model = BatchInference.of(frames -> {
            seen.addAll(frames);
            FrameResult nobody = new Inferred(List.of(), "lsp14", new WeightsRef("a", "1", "00"));
            return Collections.nCopies(frames.size(), nobody);
        });

        // when
        WarmUp.of(model);

        // then
        assertThat(seen).isNotEmpty();
        for (FrameRequest request : seen) {
            Picture picture = Picture.decodeJpeg(request.image());
            assertThat(picture.width()).isEqualTo(request.frame().getWidth());
            assertThat(picture.height()).isEqualTo(request.frame().getHeight());
        }
    }

    @Test
    void shouldNotTakeAModelThatCannotDecodeForWarm() {
        BatchInference model = BatchInference.of(frames -> List.of(new Poison("no decoder")));

        assertThatThrownBy(() -> WarmUp.of(model)).hasMessageContaining("no decoder");
    }
}
