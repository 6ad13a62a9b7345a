package pose.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pose.stream.BatchTimes;
import pose.stream.StreamListener;
import pose.stream.StreamListener.Answer;
import pose.track.TrackChange;

class StreamMetersTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StreamMeters meters = new StreamMeters(registry);

    @Test
    void shouldCountAnswersByCamera() {
        // when
        meters.answered("gate", Answer.POSE, OptionalLong.of(40_000));
        meters.answered("gate", Answer.POSE, OptionalLong.of(40_000));
        meters.answered("yard", Answer.GAP, OptionalLong.of(9_000_000));
        meters.answered(StreamListener.UNKNOWN_CAMERA, Answer.DEAD_LETTER, OptionalLong.empty());

        // then
        assertThat(scraped())
                .contains(
                        "pose_events_total{camera=\"gate\"} 2.0",
                        "pose_gaps_total{camera=\"gate\"} 0.0",
                        "pose_gaps_total{camera=\"yard\"} 1.0",
                        "pose_dead_letters_total{camera=\"unknown\"} 1.0");
    }

    @Test
    void shouldTellAgesInBucketsFromWhichQuantilesFollow() {
        // when
        meters.answered("gate", Answer.POSE, OptionalLong.of(40_000));
        meters.answered("gate", Answer.POSE, OptionalLong.of(150_000));
        meters.answered("gate", Answer.POSE, OptionalLong.of(-5_000));

        // then
        assertThat(scraped())
                .contains(
                        "# TYPE pose_event_age_seconds histogram",
                        "pose_event_age_seconds_bucket{camera=\"gate\",le=\"0.02\"} 1",
                        "pose_event_age_seconds_bucket{camera=\"gate\",le=\"0.05\"} 2",
                        "pose_event_age_seconds_bucket{camera=\"gate\",le=\"0.2\"} 3",
                        "pose_event_age_seconds_bucket{camera=\"gate\",le=\"+Inf\"} 3",
                        "pose_event_age_seconds_count{camera=\"gate\"} 3",
                        "pose_event_age_seconds_sum{camera=\"gate\"} 0.19");
    }

    @Test
    void shouldTellWhereABatchsTimeWent() {
        // when
        meters.inferred(new BatchTimes(12, 30, Duration.ofMillis(20), Duration.ofMillis(3), Duration.ofMillis(110)));

        // then
        assertThat(scraped())
                .contains(
                        "pose_batch_frames_bucket{le=\"8.0\"} 0",
                        "pose_batch_frames_bucket{le=\"16.0\"} 1",
                        "pose_batch_frames_sum 12.0",
                        "pose_batch_people_bucket{le=\"32.0\"} 1",
                        "pose_batch_people_sum 30.0",
                        "pose_queue_wait_seconds_sum 0.02",
                        "pose_preparation_seconds_sum 0.003",
                        "pose_inference_seconds_bucket{le=\"0.2\"} 1",
                        "pose_inference_seconds_count 1");
    }

    @Test
    void shouldTellWhereTheTimeOfABatchWentInWhichPeopleWereLocated() {
        // when
        meters.located(new BatchTimes(12, 30, Duration.ofMillis(20), Duration.ofMillis(3), Duration.ofMillis(110)));

        // then
        assertThat(scraped())
                .contains(
                        "pose_location_batch_frames_sum 12.0",
                        "pose_location_queue_wait_seconds_sum 0.02",
                        "pose_location_preparation_seconds_sum 0.003",
                        "pose_location_seconds_bucket{le=\"0.2\"} 1",
                        "pose_location_seconds_count 1",
                        "pose_inference_seconds_count 0");
    }

    @Test
    void shouldCountWhoCameAndWent() {
        // given
        TrackChange entered = new TrackChange(TrackChange.Kind.ENTERED, OptionalLong.of(1), Optional.empty());
        TrackChange cut = new TrackChange(TrackChange.Kind.CUT, OptionalLong.empty(), Optional.empty());

        // when
        meters.tracked("gate", List.of(cut, entered, entered), 150_000);
        meters.tracked("gate", List.of(), 50_000);

        // then
        assertThat(scraped())
                .contains(
                        "pose_track_changes_total{camera=\"gate\",kind=\"entered\"} 2.0",
                        "pose_track_changes_total{camera=\"gate\",kind=\"cut\"} 1.0",
                        "pose_track_changes_total{camera=\"gate\",kind=\"left\"} 0.0",
                        "pose_tracking_seconds_bucket{le=\"1.0E-4\"} 1",
                        "pose_tracking_seconds_bucket{le=\"2.0E-4\"} 2",
                        "pose_tracking_seconds_count 2");
    }

    @Test
    void shouldCountWhatTheEngineHadToTryAgain() {
        // when
        meters.retried(16, new IllegalStateException("out of memory"));

        // then
        assertThat(scraped()).contains("pose_engine_retries_total 1.0", "pose_engine_retried_frames_total 16.0");
    }

    @Test
    void shouldBeOfBoundedSizeWhateverCamerasAreCalled() {
        // when
        IntStream.range(0, 3000)
                .forEach(i -> meters.answered("camera \"" + i + "\"\n", Answer.POSE, OptionalLong.empty()));

        // then
        assertThat(scraped().stream().filter(line -> line.startsWith("pose_events_total{")))
                .hasSize(1001)
                .contains("pose_events_total{camera=\"other\"} 2001.0")
                .contains("pose_events_total{camera=\"camera \\\"0\\\"\\n\"} 1.0");
    }

    private List<String> scraped() {
        return registry.scrape().lines().toList();
    }
}
