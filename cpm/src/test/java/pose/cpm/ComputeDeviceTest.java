package pose.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeDeviceTest {

    private static final ComputeDevice NO_SUCH_GPU = new ComputeDevice(OptionalInt.of(999));

    @Test
    void shouldReadTheProcessorOrSeveralGpus() {
        assertThat(ComputeDevice.parse("cpu")).containsExactly(ComputeDevice.CPU);
        assertThat(ComputeDevice.parse("gpu:1,gpu:0"))
                .containsExactly(new ComputeDevice(OptionalInt.of(1)), new ComputeDevice(OptionalInt.of(0)));
        assertThat(ComputeDevice.parse("gpu:1").get(0)).hasToString("gpu:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "gpu:", "gpu:-1", "CPU", "cuda:0", "gpu:0,", "gpu:0;gpu:1"})
    void shouldNameAWordThatIsNoDevice(String words) {
        assertThatThrownBy(() -> ComputeDevice.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is unknown; allowed: cpu, gpu:N, or several gpu:N with commas");
    }

    @Test
    void shouldRefuseADeviceTwiceAndAMixture() {
        assertThatThrownBy(() -> ComputeDevice.parse("gpu:0,gpu:0")).hasMessageContaining("'gpu:0' is named twice");
        assertThatThrownBy(() -> ComputeDevice.parse("cpu,gpu:0")).hasMessageContaining("mix cpu and gpu");
    }

    @Test
    void shouldSayWhichEnginesFindWhichGpusWhereOneIsNotThere() {
        assertThatThrownBy(() -> ComputeDevice.engineFor(EngineName.AUTO, List.of(NO_SUCH_GPU)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("device gpu:999 is not there")
                .hasMessageContaining("onnxruntime finds")
                .hasMessageContaining("mxnet finds");
        assertThatThrownBy(() -> ComputeDevice.engineFor(EngineName.MXNET, List.of(NO_SUCH_GPU)))
                .hasMessageContaining("device gpu:999 is not there: of GPUs, mxnet finds");
    }

    @Test
    void shouldTakeTheFastestEngineOnTheProcessor() {
        assertThat(ComputeDevice.engineFor(EngineName.AUTO, List.of(ComputeDevice.CPU)))
                .isEqualTo(EngineName.ONNXRUNTIME);
        assertThat(ComputeDevice.engineFor(EngineName.MXNET, List.of(ComputeDevice.CPU)))
                .isEqualTo(EngineName.MXNET);
    }
}
