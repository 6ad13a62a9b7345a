package pose.cpm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pose.cpm.EngineName;

class RoundsTest {

    private static final long MILLI = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private long now;

    @Test
    void shouldGiveEveryWorkItsTurnInEveryRoundBesideItsOwnEngine() {
        // given
        Measured onnxProduct = measured("onnx product", EngineName.ONNXRUNTIME, 10);
        Measured mxnetProduct = measured("mxnet product", EngineName.MXNET, 10);
        Measured onnx = measured("onnx", EngineName.ONNXRUNTIME, 10);
        Measured mxnet = measured("mxnet", EngineName.MXNET, 10);

        // when
        new Rounds(Duration.ofMillis(30)).run(List.of(onnx, mxnet), List.of(onnxProduct, mxnetProduct));

        // then: a companion's settling, its turn, its engine's works, three times over
        List<String> round = List.of("onnx product", "onnx product", "onnx", "mxnet product", "mxnet product", "mxnet");
        assertThat(done).containsExactlyElementsOf(repeated(round, 3));
    }

    @Test
    void shouldGoOnUntilEachHasHadItsTime() {
        // given
        Measured product = measured("product", EngineName.ONNXRUNTIME, 1);
        Measured quick = measured("quick", EngineName.ONNXRUNTIME, 1);
        Measured slow = measured("slow", EngineName.ONNXRUNTIME, 40);

        // when
        new Rounds(Duration.ofMillis(50)).run(List.of(quick, slow), List.of(product));

        // then
        assertThat(quick.turns()).isEqualTo(5);
        assertThat(quick.spent()).isEqualTo(50 * MILLI);
        assertThat(slow.turns()).isEqualTo(3);
        assertThat(slow.spent()).isEqualTo(120 * MILLI);
    }

    @Test
    void shouldTakeTheMedianOfTheTurns() {
        // given
        List<Long> millis = new ArrayList<>(List.of(10L, 40L, 20L, 25L));
        Measured measured =
                new Measured(work("work", EngineName.MXNET, () -> now += millis.remove(0) * MILLI), () -> now);

        // when
        for (int turn = 0; turn < 4; turn++) {
            measured.turn(MILLI);
        }

        // then
        assertThat(measured.passesPerSecond()).isEqualTo(45);
        assertThat(measured.slowest()).isEqualTo(25);
        assertThat(measured.fastest()).isEqualTo(100);
    }

    private Measured measured(String name, EngineName engine, long millis) {
        return new Measured(work(name, engine, () -> now += millis * MILLI), () -> now);
    }

    private Work work(String name, EngineName engine, Runnable pass) {
        return new Work() {
            @Override
            public EngineName engine() {
                return engine;
            }

            @Override
            public void pass() {
                done.add(name);
                pass.run();
            }
        };
    }

    private static List<String> repeated(List<String> words, int times) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(words);
        }
        return all;
    }
}
