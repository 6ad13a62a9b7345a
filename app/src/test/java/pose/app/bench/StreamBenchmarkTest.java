package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pose.app.UserMistake;
import pose.schema.WeightsRef;
import pose.stream.BatchInference;
import pose.stream.BatchPolicy;
import pose.stream.FrameRequest;
import pose.stream.FrameResult;
import pose.stream.Inferred;
import pose.stream.Poison;

/** The figures' shape and whether they fit each other, not how fast anything is; with a real broker and a fake model. */
class StreamBenchmarkTest {

    private static final FrameResult NOBODY = new Inferred(List.of(), "lsp14", new WeightsRef("fake", "1", "0"));

    private final List<String> told = new ArrayList<>();

    @Test
    void shouldGiveConsistentFiguresAndLeaveNoProcessBehind() throws Exception {
        // given
        StreamPlan plan = plan(64);

        // when
        StreamReport report = new StreamBenchmark(plan, answering(NOBODY), told::add, () -> false).run();

        // then
        assertThat(report.bare()).hasSize(2);
        assertThat(report.backlog()).hasSize(2);
        assertThat(report.backlogFrames()).isEqualTo(64);
        assertThat(report.ratio())
                .isEqualTo(report.backlogRate() / report.bareRate())
                .isPositive();
        assertThat(report.backlogFill()).isBetween(0.0, 1.0);
        SteadyRun steady = report.steady();
        assertThat(steady.frames()).isEqualTo(80);
        assertThat(steady.sentRate()).isPositive().isLessThan(41);
        assertThat(steady.forward().count()).isBetween(1, 80);
        assertThat(steady.forward().p50())
                .isPositive()
                .isLessThanOrEqualTo(steady.forward().p99());
        assertThat(steady.visible().p50()).isGreaterThan(steady.forward().p50());
        assertThat(report.forwardGoalMillis()).isGreaterThanOrEqualTo(5);
        assertThat(report.visibleGoalMillis() - report.forwardGoalMillis()).isEqualTo(100);
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
        Map<String, Object> json = report.toMap();
        assertThat(json).containsEntry("ratio", report.ratio()).containsKeys("setup", "bare", "backlog", "steady");
        assertThat(StreamTables.text(report)).contains("stream over bare loop", "forward", "visible");
    }

    @Test
    void shouldEndWithItsBrokerWhenToldTo() {
        // given
        AtomicBoolean stop = new AtomicBoolean();
        StreamBenchmark benchmark = new StreamBenchmark(
                plan(0),
                answering(NOBODY),
                line -> {
                    told.add(line);
                    stop.compareAndSet(false, line.startsWith("warming up the stream"));
                },
                stop::get);

        // when
        assertThatThrownBy(benchmark::run)
                // then
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("stopped before it was done");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void shouldGiveNoFiguresForAModelThatRefusesTheFrames() {
        // given
        StreamBenchmark benchmark =
                new StreamBenchmark(plan(64), answering(new Poison("too ugly")), told::add, () -> false);

        // when
        assertThatThrownBy(benchmark::run)
                // then
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("too ugly");
    }

    @Test
    void shouldRefuseABacklogOfWhichNoMiddleWouldRemain() {
        assertThatThrownBy(() -> plan(31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--frames is 31; allowed: at least 32, which is 4 batches");
    }

    private static StreamPlan plan(int frames) {
        return new StreamPlan(
                4,
                2,
                64,
                48,
                3,
                frames,
                Duration.ofMillis(300),
                2,
                Duration.ofSeconds(2),
                new SteadyRate.PerCamera(10),
                1,
                new BatchPolicy(8, Duration.ofMillis(5), 1024 * 1024),
                true);
    }

    private static BatchInference answering(FrameResult result) {
        return BatchInference.of((List<FrameRequest> batch) -> {
            List<FrameResult> results = new ArrayList<>();
            batch.forEach(frame -> results.add(result));
            return results;
        });
    }
}
