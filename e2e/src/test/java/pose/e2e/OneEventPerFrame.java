package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.process.PoseProcess;
import pose.ingest.FrameSource;
import pose.ingest.SourceException;
import pose.ingest.SourceOptions;
import pose.ingest.source.FrameSources;
import pose.skeleton.Skeleton;

/** {@code pose demo} gives one pose event for every frame of its source, in order, and draws each. */
class OneEventPerFrame {

    private static final int FRAMES = 45;
    private static final String SOURCE = "synthetic:athlete?seconds=1.5&fps=30&width=320&height=240";

    @TempDir
    private static Path folder = Path.of("");

    private static PoseRun run = new PoseRun(-1, List.of(), List.of());

    @BeforeAll
    static void runTheDemo() throws IOException {
        run = PoseRun.of(
                "demo",
                PoseProcess.WHOLE_PICTURES,
                "--source",
                SOURCE,
                "--weights",
                UntrainedWeights.publish(folder).toString(),
                "--out",
                folder.resolve("poses.jsonl").toString(),
                "--video",
                folder.resolve("poses.mp4").toString());
    }

    @Test
    void shouldEndByItselfAndSayHowManyFramesAndPosesThereWere() {
        assertThat(run.exitCode()).as(run.reason()).isZero();
        assertThat(run.out()).contains("frames in     " + FRAMES, "poses out     " + FRAMES);
    }

    @Test
    void shouldWriteAnEventForEverySequenceInOrder() throws IOException {
        assertThat(events())
                .extracting(event -> event.get("sequence").intValue())
                .containsExactlyElementsOf(IntStream.range(0, FRAMES).boxed().toList());
    }

    @Test
    void shouldHaveEveryPartInEveryEvent() throws IOException {
        assertThat(events())
                .allSatisfy(event -> assertThat(event.at("/people/0/keypoints").findValuesAsText("part"))
                        .isEqualTo(Skeleton.LSP14.parts()));
    }

    @Test
    void shouldDrawEveryFrameAtTheSourcesRate() throws SourceException {
        // when
        try (FrameSource video = FrameSources.open(
                folder.resolve("poses.mp4").toString(), SourceOptions.defaults(), Clock.systemUTC())) {

            // then
            assertThat(video.format().width()).isEqualTo(320);
            assertThat(video.format().height()).isEqualTo(240);
            assertThat(video.format().fps()).hasValue(30);
            assertThat(count(video)).isEqualTo(FRAMES);
        }
    }

    private static int count(FrameSource source) throws SourceException {
        int frames = 0;
        while (source.next().isPresent()) {
            frames++;
        }
        return frames;
    }

    private static List<JsonNode> events() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("poses.jsonl"))) {
            events.add(json.readTree(line));
        }
        return events;
    }
}
