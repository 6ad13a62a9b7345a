package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.app.event.PoseEventJson;
import pose.app.judge.PerfectEvents;
import pose.athlete.MatchScene;
import pose.athlete.Performer;
import pose.athlete.SceneOptions;
import pose.schema.PoseFrame;

class JudgeCommandTest {

    private static final String SCENE = "people=3&seconds=4&seed=5";

    private final MatchScene match = new MatchScene(SceneOptions.parse(SCENE, MatchScene.DEFAULT));

    @TempDir
    private Path folder;

    private Path events = Path.of("");

    @BeforeEach
    void nameFile() {
        events = folder.resolve("events.jsonl");
    }

    @Test
    void shouldFindNothingWrongWithPerfectEvents() throws IOException {
        // given
        write(lines("left", 0));

        // when
        CommandLineRun run = judge();

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "identities    IDF1 1.000 (precision 1.000, recall 1.000)",
                        "PCK@0.2       100.0 % of the " + "parts in sight of whoever was to be found")
                .anyMatch(line -> line.startsWith("located       recall 1.000, precision 1.000"));
    }

    @Test
    void shouldWriteTheFiguresAsJson() throws IOException {
        // given: the first athlete is never found
        write(lines("left", 1));
        Path json = folder.resolve("figures.json");

        // when
        CommandLineRun run = judge("--json", json.toString(), "--visible", "0");

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.get("frames").asInt()).isEqualTo(100);
        assertThat(figures.get("precision").asDouble()).isEqualTo(1);
        assertThat(figures.get("recall").asDouble()).isBetween(0.5, 0.8);
        assertThat(figures.get("jitterLeft").asDouble()).isEqualTo(1);
        assertThat(figures.get("lagFrames").asDouble()).isZero();
    }

    @Test
    void shouldJudgeOneOfTwoCamerasAlone() throws IOException {
        // given
        List<String> both = lines("left", 0);
        both.addAll(lines("right", 1));
        write(both);

        // when
        CommandLineRun alone = judge("--camera", "left");
        CommandLineRun together = judge();

        // then
        assertThat(alone.out()).contains("recall 1.000, precision 1.000");
        assertThat(together.exitCode()).isEqualTo(1);
        assertThat(together.errLines()).singleElement().asString().contains("line 101", "right", "--camera");
    }

    @Test
    void shouldNameTheLineThatIsNoEvent() throws IOException {
        // given
        write(List.of(lines("left", 0).get(0), "{\"camera\": \"left\"}"));

        // when
        CommandLineRun run = judge();

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("events.jsonl line 2", "'people'");
    }

    @Test
    void shouldNameTheLineOfAFrameThatTheSceneDoesNotHave() throws IOException {
        // given
        write(List.of(PoseEventJson.line(PerfectEvents.of("left", 100, List.of()))));

        // when
        CommandLineRun run = judge();

        // then
        assertThat(run.errLines()).singleElement().asString().contains("line 1", "sequence 100", "which has 100");
    }

    @Test
    void shouldRefuseATruthThatNobodyKnows() {
        CommandLineRun run = CommandLineRun.of("judge", "--events", "-", "--truth", "clip.mp4");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("clip.mp4", "synthetic:match?");
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        CommandLineRun run = judge();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("--events", "events.jsonl");
    }

    private CommandLineRun judge(String... more) {
        List<String> args =
                new ArrayList<>(List.of("judge", "--events", events.toString(), "--truth", "synthetic:match?" + SCENE));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(events, lines);
    }

    /** @param without the id of whom nobody finds, 0 for everybody found */
    private List<String> lines(String camera, long without) {
        List<String> lines = new ArrayList<>();
        for (long i = 0; i < match.frames(); i++) {
            List<Performer> found = match.performers(i).stream()
                    .filter(performer -> performer.id() != without)
                    .toList();
            PoseFrame event = PerfectEvents.of(camera, i, found);
            lines.add(PoseEventJson.line(event));
        }
        return lines;
    }
}
