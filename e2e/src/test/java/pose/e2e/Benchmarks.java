package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/** {@code pose bench} on next to nothing: figures that fit each other, and nothing left behind. Not how fast anything is. */
class Benchmarks {

    private static final Duration LONGEST_RUN = Patience.LONGEST;
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldMeasureAStreamNextToTheBareLoop() throws Exception {
        // given
        Path json = folder.resolve("stream.json");
        try (PoseProcess bench = bench(
                "stream", "--turns", "1", "--seconds", "1", "--frames", "64", "--rate", "5", "--json", json + "")) {

            // when
            boolean ended = bench.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(bench.err()).isTrue();
            assertThat(bench.exitCode()).as(bench.err()).isZero();
            assertThat(bench.out()).contains("stream over bare loop", "forward", "visible");
            assertThat(bench.temporaryFiles()).isEmpty();
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("ratio").asDouble())
                    .isPositive()
                    .isEqualTo(figures.at("/backlog/frames_per_second").asDouble()
                            / figures.at("/bare/frames_per_second").asDouble());
            assertThat(figures.at("/backlog/batch_fill").asDouble()).isBetween(0.01, 1.0);
            assertThat(figures.at("/steady/frames").asInt()).isEqualTo(20);
            assertThat(figures.at("/steady/forward_p50_ms").asDouble())
                    .isPositive()
                    .isLessThan(figures.at("/steady/visible_p50_ms").asDouble());
        }
    }

    @Test
    void shouldReadAStreamsProcessOverTime() throws Exception {
        // given
        Path json = folder.resolve("soak.json");
        try (PoseProcess bench = bench("soak", "--seconds", "4", "--rate", "3", "--json", json + "")) {

            // when
            boolean ended = bench.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(bench.err()).isTrue();
            assertThat(bench.exitCode()).as(bench.err()).isZero();
            assertThat(bench.temporaryFiles()).isEmpty();
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("readings")).hasSize(5);
            assertThat(figures.path("frames_answered").asInt())
                    .isPositive()
                    .isEqualTo(figures.path("frames_sent").asInt());
            assertThat(figures.path("readings")).allSatisfy(reading -> {
                assertThat(reading.path("resident_mebibytes").asDouble())
                        .isGreaterThan(reading.path("heap_mebibytes").asDouble())
                        .isLessThanOrEqualTo(
                                figures.path("resident_peak_mebibytes").asDouble());
                assertThat(reading.path("threads").asInt()).isPositive();
                assertThat(reading.path("files").asInt()).isPositive();
            });
        }
    }

    @Test
    void shouldMeasureIngestNextToTheFfmpegCommand() throws Exception {
        // given
        Path json = folder.resolve("ingest.json");
        List<String> args = List.of(
                "bench",
                "ingest",
                "--seconds",
                "1",
                "--turns",
                "1",
                "--width",
                "320",
                "--quality",
                "50",
                "--json",
                json + "");
        try (PoseProcess bench = PoseProcess.start(folder, args)) {

            // when
            boolean ended = bench.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(bench.err()).isTrue();
            assertThat(bench.exitCode()).as(bench.err()).isZero();
            assertThat(bench.err()).contains("rendering a clip of 1280×720");
            assertThat(bench.out()).contains("ingest over ffmpeg", "90 frames of 1280×720 to JPEG of 320×180");
            assertThat(bench.temporaryFiles()).isEmpty();
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("ratio").asDouble())
                    .isPositive()
                    .isEqualTo(figures.at("/ingest/frames_per_second").asDouble()
                            / figures.at("/ffmpeg/frames_per_second").asDouble());
            assertThat(figures.at("/setup/frames").asInt()).isEqualTo(90);
            assertThat(figures.at("/ingest/cpu_ms_per_frame").asDouble()).isPositive();
            assertThat(figures.at("/ffmpeg/cpu_ms_per_frame").asDouble()).isPositive();
        }
    }

    @Test
    void shouldMeasureHowLongALivePictureIsOnItsWay() throws Exception {
        // given
        Path json = folder.resolve("live.json");
        List<String> args = List.of("bench", "ingest", "--live", "--seconds", "2", "--json", json + "");
        try (PoseProcess bench = PoseProcess.start(folder, args)) {

            // when
            boolean ended = bench.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(bench.err()).isTrue();
            assertThat(bench.exitCode()).as(bench.err()).isZero();
            assertThat(bench.temporaryFiles()).isEmpty();
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("runs")).hasSize(2).allSatisfy(run -> {
                assertThat(run.path("frames").asInt()).isPositive();
                assertThat(run.path("unread_frames").asInt()).isZero();
                // A transport stream tells a picture's end by the next one's beginning.
                assertThat(run.path("latency_p50_ms").asDouble())
                        .isBetween(1e3 / run.path("frames_per_second").asDouble(), 60_000.0);
            });
        }
    }

    @Test
    void shouldMeasureWhatACameraCosts() throws Exception {
        // given
        Path json = folder.resolve("cameras.json");
        List<String> args = List.of("bench", "ingest", "--cameras", "1,3", "--seconds", "2", "--json", json + "");
        try (PoseProcess bench = PoseProcess.start(folder, args)) {

            // when
            boolean ended = bench.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(bench.err()).isTrue();
            assertThat(bench.exitCode()).as(bench.err()).isZero();
            assertThat(bench.temporaryFiles()).isEmpty();
            JsonNode figures = new ObjectMapper().readTree(json.toFile());
            assertThat(figures.path("cpu_ratio").asDouble()).isGreaterThanOrEqualTo(1);
            assertThat(figures.path("runs")).hasSize(2).allSatisfy(run -> {
                assertThat(run.path("frames_per_second").asDouble()).isPositive();
                assertThat(run.path("resident_mebibytes").asDouble()).isBetween(30.0, 1000.0);
                assertThat(run.path("cpu_ms_per_second_and_camera").asDouble()).isPositive();
            });
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenToldToEnd() throws Exception {
        // given
        Set<ProcessHandle> children = new HashSet<>();
        try (PoseProcess bench = bench("soak", "--seconds", "600", "--rate", "3")) {
            Awaitility.await().pollInSameThread().atMost(LONGEST_RUN).until(() -> {
                children.addAll(bench.children());
                return bench.err().contains("MiB resident");
            });
            assertThat(children).as("a broker and a stream").hasSizeGreaterThanOrEqualTo(2);

            // when
            bench.askToEnd();

            // then
            assertThat(bench.endsWithin(LONGEST_GOODBYE)).as(bench.err()).isTrue();
            assertThat(bench.temporaryFiles()).isEmpty();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(bench.out()).isEmpty();
            assertThat(bench.err()).contains("pose bench soak: stopped before it was done");
        }
    }

    private PoseProcess bench(String part, String... further) throws IOException {
        String weights = UntrainedWeights.publish(folder.resolve("store")).toString();
        List<String> args = new ArrayList<>(List.of(
                "bench",
                part,
                "--cameras",
                "4",
                "--partitions",
                "2",
                "--size",
                "96x64",
                "--pictures",
                "4",
                "--max-batch",
                "8",
                "--weights",
                weights));
        args.addAll(List.of(further));
        return PoseProcess.start(folder, args);
    }
}
