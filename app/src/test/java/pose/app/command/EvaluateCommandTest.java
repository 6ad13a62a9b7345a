package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    @Test
    void shouldJudgeByEveryMetricAndStageAndHandOutWhatItSaw() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "evaluate",
                "--dataset",
                "synthetic:4",
                "--json",
                file("plain.json"),
                "--truth",
                file("t.csv"),
                "--predictions",
                file("p.csv"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = json("plain.json");
        assertThat(json.at("/views").textValue()).isEqualTo("plain");
        assertThat(json.at("/pck@0.2/parts").size()).isEqualTo(14);
        assertThat(json.at("/pck/auc/mean").isNumber()).isTrue();
        assertThat(json.at("/pck/thresholds").size()).isEqualTo(51);
        assertThat(json.at("/pdj/parts/r_wrist").size()).isEqualTo(51);
        assertThat(json.at("/pcp@0.5/parts/r_ankle-r_knee").isNumber()).isTrue();
        assertThat(json.at("/oks/people").intValue()).isEqualTo(4);
        assertThat(json.at("/oks/ap").isNumber()).isTrue();
        assertThat(json.has("pckh@0.5")).isFalse();
        assertThat(json.has("looks")).isFalse();
        JsonNode stages = json.at("/stages");
        assertThat(stages.get(stages.size() - 1).get("pck@0.2")).isEqualTo(json.at("/pck@0.2"));

        CommandLineRun again = CommandLineRun.of(
                "metrics", "--truth", file("t.csv"), "--predictions", file("p.csv"), "--metric", "pck", "--json");
        assertThat(new ObjectMapper().readTree(again.out()).at("/pck@0.2")).isEqualTo(json.at("/pck@0.2"));
    }

    @Test
    void shouldTellHowWrongTheHardestAre() {
        CommandLineRun run = CommandLineRun.of("evaluate", "--dataset", "synthetic:40", "--hardest", "0.1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("everybody +40 ").containsPattern("the hardest +4 ");
        assertThat(wrong(run, "the hardest")).isGreaterThan(wrong(run, "everybody"));
        assertThat(CommandLineRun.of("evaluate", "--dataset", "synthetic:4", "--hardest", "0")
                        .err())
                .contains("--hardest is 0.0; allowed: more than 0, at most 1");
    }

    private static double wrong(CommandLineRun run, String who) {
        String line =
                run.out().lines().filter(one -> one.startsWith(who)).findFirst().orElseThrow();
        return Double.parseDouble(line.replaceFirst(who + " +\\d+ +([\\d.]+).*", "$1"));
    }

    @Test
    void shouldTellBothFiguresWhereMoreThanOnePlainLookIsAskedFor() throws Exception {
        CommandLineRun plain = CommandLineRun.of("evaluate", "--dataset", "synthetic:4", "--json", file("plain.json"));
        CommandLineRun run = CommandLineRun.of(
                "evaluate",
                "--dataset",
                "synthetic:4",
                "--flip",
                "--scales",
                "0.9,1",
                "--json",
                file("views.json"),
                "--report",
                file("report.html"));

        assertThat(plain.exitCode()).isZero();
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = json("views.json");
        assertThat(json.at("/views").textValue()).isEqualTo("flip, scales 0.9 1.0");
        assertThat(json.at("/looks/0/views").textValue()).isEqualTo("plain");
        assertThat(json.at("/looks/0/pck@0.2")).isEqualTo(json("plain.json").at("/pck@0.2"));
        // More looks move a figure by some points, not by half of it.
        assertThat(json.at("/pck@0.2/mean").doubleValue())
                .isEqualTo(json.at("/looks/0/pck@0.2/mean").doubleValue(), within(20.0));
        assertThat(run.out()).contains("plain ", "flip, scales 0.9 1.0 ");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("data-figure=\"pck@0.2/mean\" title=\"" + mean(json) + "\"")
                .contains("Belief maps by stage", "Worst cases", "data:image/jpeg;base64,");
    }

    private static String mean(JsonNode json) {
        return String.format(Locale.ROOT, "%.2f", json.at("/pck@0.2/mean").doubleValue());
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "nan", "x", "'1,1'"})
    void shouldRefuseScalesThatMakeNoSense(String scales) {
        CommandLineRun run = CommandLineRun.of("evaluate", "--dataset", "synthetic:1", "--scales", scales);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--scales").hasLineCount(1);
    }

    @Test
    void shouldNameTheLineOfACurveThatIsNone() throws Exception {
        Files.writeString(folder.resolve("curve.csv"), "epoch,input_size,loss_by_stage,pck@0.2\n1,112,3.5,oops\n");

        CommandLineRun run = CommandLineRun.of(
                "evaluate", "--dataset", "synthetic:1", "--curve", file("curve.csv"), "--report", file("r.html"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("curve.csv line 2: pck@0.2 is 'oops'").hasLineCount(1);
    }

    @Test
    void shouldNameAFileThatCannotBeWritten() {
        CommandLineRun run =
                CommandLineRun.of("evaluate", "--dataset", "synthetic:1", "--predictions", file("none/p.csv"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("--predictions '" + file("none/p.csv") + "': there is no folder")
                .hasLineCount(1);
    }
}
