package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerCameraTest {

    private final List<String> made = new ArrayList<>();
    private final PerCamera<String> cameras = new PerCamera<>(3, name -> {
        made.add(name);
        return name;
    });

    @Test
    void shouldTellCamerasApart() {
        assertThat(cameras.of("gate")).isEqualTo("gate");
        assertThat(cameras.of("yard")).isEqualTo("yard");
        assertThat(cameras.of("gate")).isEqualTo("gate");
        assertThat(made).containsExactly("other", "gate", "yard");
    }

    @Test
    void shouldCountCamerasBeyondTheMostTogether() {
        // given
        IntStream.range(0, 3).forEach(i -> cameras.of("camera-" + i));

        // when
        List<String> further = IntStream.range(3, 1000)
                .mapToObj(i -> cameras.of("camera-" + i))
                .toList();

        // then
        assertThat(further).containsOnly("other");
        assertThat(cameras.of("camera-2")).isEqualTo("camera-2");
        assertThat(made).hasSize(4);
    }

    @Test
    void shouldCutEndlessNames() {
        // when
        String name = cameras.of("x".repeat(8_000_000));

        // then
        assertThat(name).isEqualTo("x".repeat(100) + "…");
        assertThat(cameras.of("x".repeat(101))).isSameAs(name);
    }
}
