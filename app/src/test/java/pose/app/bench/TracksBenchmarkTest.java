package pose.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pose.app.UserMistake;

/** Whether the figures fit each other, not how fast anything is. */
class TracksBenchmarkTest {

    @Test
    void shouldMeasureEachNumberOfPeople() {
        // given
        TracksPlan plan = new TracksPlan(List.of(1, 12), 60);

        // when
        TracksReport report = new TracksBenchmark(plan, line -> {}, () -> false).run();

        // then
        assertThat(report.figures()).extracting(TracksReport.Figures::people).containsExactly(1, 12);
        TracksReport.Figures one = report.figures().get(0);
        TracksReport.Figures twelve = report.figures().get(1);
        assertThat(one.followed()).isEqualTo(1);
        assertThat(twelve.followed()).isBetween(8, 12);
        assertThat(twelve.meanBytes()).isGreaterThan(4 * one.meanBytes());
        assertThat(report.figures())
                .allSatisfy(figures ->
                        assertThat(figures.medianMicros()).isPositive().isLessThanOrEqualTo(figures.p99Micros()));
    }

    @Test
    void shouldReckonWhatAHundredCamerasAre() {
        TracksReport report = new TracksReport(
                new TracksPlan(List.of(6), 4000), List.of(new TracksReport.Figures(6, 5, 81.25, 160, 5120, 6000)));

        assertThat(report.text()).contains("81.3", "160.0", "5120", "6000", "500.0", "200 µs a frame", "1024 KiB");
        assertThat(report.toMap())
                .containsEntry("frames", 4000)
                .containsEntry(
                        "crowds",
                        List.of(Map.of(
                                "people",
                                6,
                                "followed",
                                5,
                                "median_us",
                                81.25,
                                "p99_us",
                                160.0,
                                "mean_bytes_a_camera",
                                5120.0,
                                "most_bytes_a_camera",
                                6000,
                                "kib_for_100_cameras",
                                500.0)));
    }

    @Test
    void shouldGiveNoFiguresWhenToldToStop() {
        TracksBenchmark benchmark = new TracksBenchmark(new TracksPlan(List.of(1), 1000), line -> {}, () -> true);

        assertThatThrownBy(benchmark::run)
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("stopped before it was done");
    }

    @Test
    void shouldRefuseWhatCannotBeMeasured() {
        assertThatThrownBy(() -> new TracksPlan(List.of(13), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--people is 13; allowed: 1 to 12");
        assertThatThrownBy(() -> new TracksPlan(List.of(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--frames is 1; allowed: at least 2");
    }
}
