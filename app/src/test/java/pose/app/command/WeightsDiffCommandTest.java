package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsDiffCommandTest {

    /** The version that comes with pose, as a folder. */
    private static final String BUNDLED = Path.of("..", "cpm", "src", "main", "resources", "pose", "weights", "default")
            .toString();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldTellNoDistanceBetweenAVersionAndItself() throws IOException {
        // given
        Path json = folder.resolve("diff.json");
        Path pictures = folder.resolve("worst");

        // when
        CommandLineRun run = CommandLineRun.of(
                "weights",
                "diff",
                BUNDLED,
                BUNDLED,
                "--dataset=synthetic:3",
                "--json=" + json,
                "--pictures=" + pictures,
                "--worst=2");

        // then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("people 3", "1st pck@0.2", "all parts", "2 pictures of the largest differences");
        JsonNode figures = new ObjectMapper().readTree(Files.readString(json));
        assertThat(figures.at("/people").intValue()).isEqualTo(3);
        assertThat(figures.at("/all/pixels/largest").doubleValue()).isZero();
        assertThat(figures.at("/pck@0.2").get(0))
                .isEqualTo(figures.at("/pck@0.2").get(1));
        try (Stream<Path> written = Files.list(pictures)) {
            assertThat(written).hasSize(2).allMatch(file -> file.toString().endsWith(".png"));
        }
    }

    @Test
    void shouldAskForSomethingToLookAt() {
        CommandLineRun run = CommandLineRun.of("weights", "diff", "a/1", "a/2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--dataset KIND:PATH, or --cameras");
    }

    @Test
    void shouldNotLookAtADataSetAndATopicAtOnce() {
        CommandLineRun run =
                CommandLineRun.of("weights", "diff", "a/1", "a/2", "--dataset=synthetic:3", "--cameras=gate-1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--dataset is a data set");
    }

    @Test
    void shouldSayWhichVersionIsNotThere() {
        CommandLineRun run = CommandLineRun.of(
                "weights", "diff", BUNDLED, "no/where", "--dataset=synthetic:3", "--weights-store=" + folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("B 'no/where'");
    }
}
