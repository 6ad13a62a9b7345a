package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.Picture;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.FrameRequest;
import pose.stream.Inferred;
import pose.stream.Poison;

class WarmUpTest {

    @Test
    void shouldLetTheModelLookAtOnePictureThatCanBeDecoded() throws Exception {
        // given
        List<FrameRequest> seen = new ArrayList<>();
        BatchInference model = BatchInference.of(frames -> {
            seen.addAll(frames);
            return List.of(new Inferred(List.of(), "lsp14", new WeightsRef("a", "1", "00")));
        });

        // when
        WarmUp.of(model);

        // then
        FrameRequest request = seen.get(0);
        Picture picture = Picture.decodeJpeg(request.image());
        assertThat(seen).hasSize(1);
        assertThat(picture.width()).isEqualTo(request.frame().getWidth());
        assertThat(picture.height()).isEqualTo(request.frame().getHeight());
    }

    @Test
    void shouldNotTakeAModelThatCannotDecodeForWarm() {
        BatchInference model = BatchInference.of(frames -> List.of(new Poison("no decoder")));

        assertThatThrownBy(() -> WarmUp.of(model)).hasMessageContaining("no decoder");
    }
}
