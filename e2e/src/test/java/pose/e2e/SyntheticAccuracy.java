package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.athlete.AthleteScene;
import pose.athlete.SceneOptions;
import pose.skeleton.Keypoint;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import pose.trainer.judging.Figures;
import pose.trainer.judging.Judged;
import pose.trainer.judging.JudgedPerson;
import pose.trainer.judging.Pck;
import pose.trainer.judging.Torso;

/**
 * With the weights that come along, keypoints that went through JPEG, Kafka and the stream lie where the rendered
 * athlete's parts are: mean PCK@0.2 of at least 60 over scenes that no training saw.
 */
class SyntheticAccuracy {

    private static final double LEAST = 60;
    private static final List<Integer> SEEDS = List.of(1, 2, 3, 4);

    @TempDir
    private Path folder;

    @Test
    void shouldFindTheAthletesPartsThroughTheWholePipeline() throws IOException {
        List<JudgedPerson> people = new ArrayList<>();
        for (int seed : SEEDS) {
            String scene = "seconds=3&fps=10&width=640&height=360&people=1&seed=" + seed;
            Path events = folder.resolve(seed + ".jsonl");

            PoseRun run = PoseRun.of("demo", "--source", "synthetic:athlete?" + scene, "--out", events.toString());

            assertThat(run.exitCode()).as(run.reason()).isZero();
            judge(new AthleteScene(SceneOptions.parse(scene)), events, people);
        }
        Figures pck = new Pck(0.2).judge(new Judged(Skeleton.LSP14.parts(), people));
        assertThat(pck.people()).isEqualTo(30 * SEEDS.size());
        assertThat(pck.mean().orElseThrow())
                .as("%s by part: %s", pck.name(), pck.parts())
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static void judge(AthleteScene scene, Path events, List<JudgedPerson> people) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(events)) {
            JsonNode event = json.readTree(line);
            List<Keypoint> found = new ArrayList<>();
            for (JsonNode keypoint : event.at("/people/0/keypoints")) {
                found.add(new Keypoint(
                        keypoint.get("x").doubleValue(),
                        keypoint.get("y").doubleValue(),
                        keypoint.get("score").doubleValue()));
            }
            List<Optional<Point>> truth = scene.render(event.get("sequence").longValue()).people().get(0).stream()
                    .map(Optional::of)
                    .toList();
            double torso = Torso.length(Skeleton.LSP14, truth).orElseThrow();
            // Where the locator saw nobody, every part is wrong.
            people.add(found.isEmpty() ? JudgedPerson.unseen(truth, torso) : JudgedPerson.of(truth, found, torso));
        }
    }
}
