package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pose.cpm.BundledLocator;
import pose.cpm.WeightsVersion;

/** What {@code pose evaluate} says of a locator. */
class EvaluateLocatorTest {

    private static final int LONGEST = 16 << 20;

    @TempDir
    private Path folder;

    private Path locator = Path.of("");

    @BeforeEach
    void unpackTheBundledOne() throws Exception {
        locator = folder.resolve("locator");
        Files.createDirectories(locator);
        WeightsVersion version = BundledLocator.open().orElseThrow();
        List<String> files = new ArrayList<>(version.manifest().files().keySet());
        files.add("manifest.json");
        for (String file : files) {
            byte[] bytes = Objects.requireNonNull(BundledLocator.files().read(file, LONGEST));
            Files.write(locator.resolve(file), bytes);
        }
    }

    private CommandLineRun evaluate(String... more) {
        List<String> line = new ArrayList<>(List.of("evaluate", "--weights", locator.toString()));
        line.addAll(List.of(more));
        return CommandLineRun.of(line.toArray(String[]::new));
    }

    @Test
    void shouldTellRecallAndPrecisionBySizeAndShowTheWorst() throws IOException {
        Path json = folder.resolve("figures.json");
        Path worst = folder.resolve("worst.png");

        CommandLineRun run = evaluate("--dataset", "matches:6", "--json", json.toString(), "--worst", worst.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("all +\\d+ +\\d+ +\\d+ +0\\.\\d{3} +[01]\\.\\d{3}");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        double people = figures.at("/all/people").doubleValue();
        assertThat(figures.at("/all/right").doubleValue() / people).isGreaterThan(0.5);
        assertThat(figures.at("/sizes").size()).isEqualTo(9);
        assertThat(Files.size(worst)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dataset matches:6 --flip       | is a locator; of the options only",
                "--dataset lspet:x                | data set 'lspet:x' is unknown",
                "--dataset matches:6?people=3     | option 'people=3' is unknown",
            })
    void shouldRefuseWhatIsForPoses(String options, String message) {
        CommandLineRun run = evaluate(options.split(" ", -1));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains(message);
    }
}
