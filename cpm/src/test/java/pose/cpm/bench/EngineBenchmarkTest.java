package pose.cpm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pose.cpm.ComputeDevice;
import pose.cpm.EngineName;
import pose.cpm.network.Preset;

class EngineBenchmarkTest {

    private static final Candidate TINY = Candidate.untrained(Preset.TINY);
    private static final int SIDE = 64;

    @Test
    void shouldGiveAConsistentFigureForEveryEngineAndBatchSize() throws Exception {
        // given
        EngineBenchmark.Plan plan = new EngineBenchmark.Plan(
                List.of(TINY),
                List.of(EngineName.ONNXRUNTIME, EngineName.MXNET),
                ComputeDevice.CPU,
                List.of(2, 1),
                Duration.ofMillis(500),
                SIDE);

        // when
        EngineReport report = new EngineBenchmark(plan, line -> {}).run();

        // then
        assertThat(report.leftOut()).isEmpty();
        assertThat(report.networks())
                .extracting(EngineReport.Speed::engine, EngineReport.Speed::batch)
                .containsExactly(
                        tuple("onnxruntime", 1), tuple("onnxruntime", 2), tuple("mxnet", 1), tuple("mxnet", 2));
        assertThat(report.networks()).allSatisfy(speed -> {
            assertThat(speed.network()).isEqualTo("tiny, random weights");
            assertThat(speed.turns()).isGreaterThanOrEqualTo(3);
            assertThat(speed.framesPerSecond()).isBetween(speed.slowest(), speed.fastest());
            assertThat(speed.slowest()).isPositive();
            assertThat(speed.multiplyAdds()).isEqualTo(TINY.architecture().multiplyAdds());
            assertThat(report.share(speed) * report.machine().gflops() * 1e9)
                    .isCloseTo(2.0 * speed.multiplyAdds() * speed.framesPerSecond(), within(1.0));
        });
        assertThat(report.products()).extracting(EngineReport.Product::engine).containsExactly("onnxruntime", "mxnet");
        assertThat(report.products())
                .allSatisfy(product -> assertThat(product.gflops())
                        .isPositive()
                        .isLessThanOrEqualTo(report.machine().gflops()));
    }

    @Test
    void shouldMeasureALocatorsNetworkAndAllThatItDoesWithAFrame() throws Exception {
        // given
        EngineBenchmark.Plan plan = new EngineBenchmark.Plan(
                List.of(Candidate.untrained(Preset.LOCATOR)),
                List.of(EngineName.ONNXRUNTIME),
                ComputeDevice.CPU,
                List.of(1),
                Duration.ofMillis(200),
                SIDE);

        // when
        EngineReport report = new EngineBenchmark(plan, line -> {}).run();

        // then
        assertThat(report.networks())
                .extracting(EngineReport.Speed::network, EngineReport.Speed::batch)
                .containsExactly(
                        tuple("locator, random weights", 1),
                        tuple("locator, random weights, all of a frame of 1280×720", 1));
        assertThat(report.networks())
                .allSatisfy(speed -> assertThat(speed.framesPerSecond()).isPositive());
    }

    @Test
    void shouldLeaveOutABatchOfWhichOnePassTakesTooLongAndSaySo() throws Exception {
        // given
        EngineBenchmark.Plan plan = new EngineBenchmark.Plan(
                List.of(TINY),
                List.of(EngineName.ONNXRUNTIME),
                ComputeDevice.CPU,
                List.of(1, 1024),
                Duration.ofNanos(1),
                SIDE);

        // when
        EngineReport report = new EngineBenchmark(plan, line -> {}).run();

        // then
        assertThat(report.networks()).extracting(EngineReport.Speed::batch).containsExactly(1);
        assertThat(report.leftOut()).extracting(EngineReport.LeftOut::batch).containsExactly(1024);
        assertThat(report.leftOut().get(0).expectedSeconds()).isPositive();
    }

    @Test
    void shouldWriteFiguresWithTheirUnits() {
        // given
        EngineReport report = new EngineReport(
                "cpu",
                2,
                SIDE,
                List.of(new EngineReport.Product("mxnet", 50, 3), new EngineReport.Product("onnxruntime", 200, 3)),
                List.of(new EngineReport.Speed("tiny", "mxnet", 4, 500_000_000, 80, 70, 90, 3)),
                List.of());

        // when
        Map<String, Object> map = report.toMap();

        // then
        assertThat(map).containsEntry("sgemm_gflop_per_second", 200.0).containsEntry("sgemm_engine", "onnxruntime");
        assertThat(map.get("networks"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .satisfies(speed -> {
                    assertThat(speed.get("frames_per_second")).isEqualTo(80.0);
                    assertThat(speed.get("gflop_per_second")).isEqualTo(80.0);
                    assertThat(speed.get("share_of_sgemm")).isEqualTo(0.4);
                });
    }

    @Test
    void shouldRefuseToMeasureNothing() {
        assertThatThrownBy(() -> new EngineBenchmark.Plan(
                        List.of(),
                        List.of(EngineName.MXNET),
                        ComputeDevice.CPU,
                        List.of(1),
                        Duration.ofSeconds(1),
                        SIDE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("networks");
    }
}
