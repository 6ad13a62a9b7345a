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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsCommandTest {

    @TempDir
    private Path folder;

    private Path truth = Path.of("");
    private Path predictions = Path.of("");

    /** Two people with torsos of 100 and 50 pixels; the second one's knee is not labelled. */
    @BeforeEach
    void writeTruth() throws IOException {
        truth = Files.writeString(folder.resolve("truth.csv"), """
                id,part,x,y,labelled,scale
                a,r_ankle,0,0,1,100
                a,r_knee,0,40,1,100
                b,r_ankle,10,10,1,50
                b,r_knee,,,0,50
                """);
    }

    private CommandLineRun metrics(String rows, String... more) throws IOException {
        predictions = Files.writeString(folder.resolve("mine.csv"), "id,part,x,y\n" + rows);
        List<String> args = new ArrayList<>(
                List.of("metrics", "--truth", truth.toString(), "--predictions", predictions.toString()));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(new String[0]));
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void shouldPrintTheFiguresAsJsonUnderMetricAndThreshold() throws IOException {
        // a: ankle 20 off, exactly 0.2 × 100; knee 21 off. b: ankle 10 off, exactly 0.2 × 50.
        JsonNode json = json(metrics("a,r_ankle,20,0\na,r_knee,21,40\nb,r_ankle,10,20\n", "--metric", "pck", "--json"));

        assertThat(json.at("/pck@0.2/mean").doubleValue()).isEqualTo(50);
        assertThat(json.at("/pck@0.2/parts/r_ankle").doubleValue()).isEqualTo(100);
        assertThat(json.at("/pck@0.2/parts/r_knee").doubleValue()).isZero();
        // ankles are right from 0.20 on: of 50 steps 30 whole and one half; the knee from 0.21 on: 29 and a half.
        assertThat(json.at("/pck/auc/parts/r_ankle").doubleValue()).isEqualTo(61);
        assertThat(json.at("/pck/auc/mean").doubleValue()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        // The limb is 40 long, so half is 20: the ankle is 20 off, the knee 0.
        "pcp,   0.5,  /pcp@0.5/parts/r_ankle-r_knee, 100",
        "pcp,   0.49, /pcp@0.49/mean,                0",
        // Of three labelled parts the two ankles are 20 of 100 and 0 of 50 off, the knee 0.
        "pdj,   0.1,  /pdj@0.1/parts/r_ankle,        50",
        "pdj,   0.1,  /pdj@0.1/mean,                 75",
        "pckh,  0.5,  /pckh@0.5/mean,                100",
    })
    void shouldJudgeByTheMetricAsked(String metric, String threshold, String at, double figure) throws IOException {
        JsonNode json = json(metrics(
                "a,r_ankle,20,0\na,r_knee,0,40\nb,r_ankle,10,10\n",
                "--metric",
                metric,
                "--threshold",
                threshold,
                "--json"));

        assertThat(json.at(at).isNumber()).as(json.toString()).isTrue();
        assertThat(json.at(at).doubleValue()).isEqualTo(figure);
    }

    @Test
    void shouldPrintATable() throws IOException {
        CommandLineRun run = metrics("a,r_ankle,0,0\na,r_knee,0,40\nb,r_ankle,90,10\n", "--metric", "pck");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").trim()))
                .containsExactly("pck@0.2 auc", "r_ankle 50.0 50.0", "r_knee 100.0 100.0", "mean 75.0 75.0");
    }

    @Test
    void shouldCountWhatIsMissingAsWrongAndTellOfItAndOfStrangers() throws IOException {
        CommandLineRun run = metrics("a,r_ankle,0,0\nz,r_ankle,0,0\ny,r_knee,0,0\n", "--metric", "pck", "--json");

        assertThat(json(run).at("/pck@0.2/parts/r_ankle").doubleValue()).isEqualTo(50);
        assertThat(json(run).at("/pck@0.2/parts/r_knee").doubleValue()).isZero();
        assertThat(run.errLines())
                .containsExactly(
                        "2 labelled parts have no prediction in " + predictions + " and count as wrong",
                        "2 ids of " + predictions + " are not in " + truth + " and do not count, e.g. 'y'");
    }

    @Test
    void shouldGiveNoMeanWhereNothingIsLabelled() throws IOException {
        truth = Files.writeString(folder.resolve("truth.csv"), "id,part,x,y,labelled,scale\na,r_ankle,0,0,0,100\n");

        CommandLineRun run = metrics("a,r_ankle,0,0\n", "--metric", "pck", "--json");

        assertThat(json(run).at("/pck@0.2").has("mean")).isFalse();
        assertThat(json(run).at("/pck@0.2/parts").isEmpty()).isTrue();
        assertThat(run.errLines()).containsExactly("nothing that counts for the mean is labelled in " + truth);
    }

    @Test
    void shouldRefuseAPredictionOfAPartThatTheTruthDoesNotHave() throws IOException {
        CommandLineRun run = metrics("a,r_ankle,0,0\na,r_anke,0,0\n", "--metric", "pck");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines())
                .containsExactly("pose metrics: " + predictions
                        + " line 3: part 'r_anke' is unknown; the truth has r_ankle, r_knee");
    }

    @Test
    void shouldRefuseATruePartThatTheSkeletonDoesNotHave() throws IOException {
        truth = Files.writeString(folder.resolve("truth.csv"), "id,part,x,y,labelled,scale\na,tail,0,0,1,100\n");

        CommandLineRun run = metrics("a,tail,0,0\n", "--metric", "pck", "--skeleton", "lsp14");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 2: part 'tail' is unknown; skeleton lsp14 has r_ankle")
                .hasLineCount(1);
    }

    @Test
    void shouldTellWhoseLimbsItTookWhereOthersHaveOthers() throws IOException {
        truth = Files.writeString(
                folder.resolve("truth.csv"), "id,part,x,y,labelled,scale\na,r_hip,0,0,1,100\na,l_hip,9,0,1,100\n");

        CommandLineRun run = metrics("a,r_hip,0,0\na,l_hip,9,0\n", "--metric", "pcp");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines()).contains("limbs are those of lsp14; --skeleton takes those of flic9, coco17");
    }

    @Test
    void shouldRefusePcpOfPartsThatNoSkeletonHas() throws IOException {
        truth = Files.writeString(folder.resolve("truth.csv"), "id,part,x,y,labelled,scale\na,tail,0,0,1,100\n");

        CommandLineRun run = metrics("a,tail,0,0\n", "--metric", "pcp");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("pcp needs limbs: no skeleton has the parts tail")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"--threshold, 0", "--threshold, -1", "--threshold, nan", "--threshold, x", "--skeleton, ape"})
    void shouldRefuseAnOptionThatMakesNoSense(String option, String value) throws IOException {
        CommandLineRun run = metrics("", "--metric", "pck", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option, value).hasLineCount(1);
    }

    @Test
    void shouldRefuseAMetricThatIsNone() throws IOException {
        CommandLineRun run = metrics("", "--metric", "iou");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("iou", "PCK, PCKH, PDJ, PCP, OKS").hasLineCount(1);
    }
}
