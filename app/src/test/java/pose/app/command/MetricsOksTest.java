package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pose metrics --metric oks}: anybody's predictions of everybody in a picture. */
class MetricsOksTest {

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Two people in one picture, nobody in another; of the second person one wrist is labelled. */
    private Path truthCsv() throws IOException {
        return write("truth.csv", """
                image,id,part,x,y,labelled,area
                one,a,r_wrist,0,0,1,10000
                one,a,l_wrist,200,0,1,10000
                one,b,r_wrist,1000,0,1,10000
                two,,,,,,
                """);
    }

    /** The same with COCO's 17 parts, of which all but the wrists are not labelled; the picture's id is 7. */
    private Path truthJson() throws IOException {
        return write(
                "truth.json",
                "{\"images\":[{\"id\":7,\"file_name\":\"one\",\"width\":2000,\"height\":100},"
                        + "{\"id\":8,\"file_name\":\"two\",\"width\":2000,\"height\":100}],\"annotations\":["
                        + annotation(1, wrists("200,0,2", "0,0,2"), 10_000) + ","
                        + annotation(2, wrists("0,0,0", "1000,0,1"), 10_000) + "]}");
    }

    private static String annotation(int id, String keypoints, double area) {
        return "{\"id\":" + id + ",\"image_id\":7,\"category_id\":1,\"bbox\":[0,0,200,100],\"area\":" + area
                + ",\"keypoints\":" + keypoints + "}";
    }

    /** Nine parts, the wrists, and six more, in COCO's order: the left one before the right. */
    private static String wrists(String left, String right) {
        return "[" + "0,0,0,".repeat(9) + left + "," + right + ",0,0,0".repeat(6) + "]";
    }

    private static CommandLineRun oks(Path truth, Path predictions, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "metrics", "--metric", "oks", "--truth", truth.toString(), "--predictions", predictions.toString()));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(new String[0]));
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).get("oks");
    }

    @Test
    void shouldJudgeTwoCsvFiles() throws IOException {
        // given: a found, b not; surest of all, somebody where nobody is
        Path predictions = write("mine.csv", """
                image,id,part,x,y,score
                two,p,r_wrist,5,5,0.9
                one,q,r_wrist,0,0,0.8
                one,q,l_wrist,200,0,0.8
                """);

        // when
        JsonNode oks = json(oks(truthCsv(), predictions, "--json"));

        // then: precision 1/2 up to a recall of 1/2, 51 of the 101
        assertThat(oks.get("pictures").intValue()).isEqualTo(2);
        assertThat(oks.get("people").intValue()).isEqualTo(2);
        assertThat(oks.get("ap").doubleValue()).isEqualTo(25.25);
        assertThat(oks.get("ar").doubleValue()).isEqualTo(50);
    }

    @Test
    void shouldJudgeCocosResultsInTheOrderOfCocosParts() throws IOException {
        // given
        Path predictions = write(
                "results.json",
                "[{\"image_id\":7,\"category_id\":1,\"score\":0.8,\"keypoints\":" + wrists("200,0,1", "0,0,1") + "},"
                        + "{\"image_id\":8,\"category_id\":1,\"score\":0.9,\"keypoints\":" + wrists("0,0,1", "0,0,1")
                        + "}]");

        // when
        JsonNode oks = json(oks(truthJson(), predictions, "--json"));

        // then
        assertThat(oks.get("ap").doubleValue()).isEqualTo(25.25);
        assertThat(oks.get("ar").doubleValue()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "one, two"})
    void shouldTakeCsvOfPicturesByIdOrByNameForACocoTruth(String one, String two) throws IOException {
        // given
        Path predictions = write(
                "mine.csv",
                "image,id,part,x,y,score\n" + two + ",p,r_wrist,5,5,0.9\n" + one + ",q,r_wrist,0,0,0.8\n" + one
                        + ",q,l_wrist,200,0,0.8\n");

        // when
        CommandLineRun run = oks(truthJson(), predictions, "--json");

        // then
        assertThat(json(run).get("ap").doubleValue()).isEqualTo(25.25);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldPrintATableAndTellOfPicturesThatNobodyLabelled() throws IOException {
        // given
        Path predictions = write("mine.csv", """
                image,id,part,x,y,score
                three,p,r_wrist,5,5,0.9
                one,q,r_wrist,0,0,0.8
                one,q,l_wrist,200,0,0.8
                """);
        Path truth = truthCsv();

        // when
        CommandLineRun run = oks(truth, predictions);

        // then
        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines())
                .containsExactly(
                        "1 pictures of " + predictions + " are not in " + truth + " and do not count, e.g. 'three'");
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ").trim()))
                .containsExactly(
                        "pictures 2, people 2, found 1",
                        "oks @0.5 @0.75 medium large",
                        "AP 50.5 50.5 50.5 – 50.5",
                        "AR 50.0 50.0 50.0 – 50.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one,a,r_wrist,0,0,1,-1        | line 5: area is '-1'; it must be 0 or more square pixels",
                "one,a,r_wrist,0,0,2,9         | line 5: labelled is '2'; it must be 0 or 1",
                "one,a,r_wrist,0,0,1,10000     | line 5: image 'one', id 'a', part 'r_wrist' is there twice; first on line 2",
                "one,a,r_elbow,0,0,1,9         | line 5: id 'a' has another area or crowd than on line 2; they are the person's",
                "one,c,tail,0,0,1,9            | line 5: part 'tail' is unknown; allowed: r_ankle,",
                ",c,r_wrist,0,0,1,9            | line 5: image is empty",
            })
    void shouldRefuseATruthThatMakesNoSense(String row, String message) throws IOException {
        // given
        Path truth = truthCsv();
        Files.writeString(truth, Files.readString(truth).replace("two,,,,,,", row));
        Path predictions = write("mine.csv", "image,id,part,x,y,score\n");

        // when
        CommandLineRun run = oks(truth, predictions);

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("pose metrics: " + truth + " " + message)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one,q,r_wrist,0,0,high | line 2: score is 'high'; it must be a number",
                "one,q,r_knee,0,0,1     | line 2: part 'r_knee' is unknown; the truth has r_wrist, l_wrist",
                "one,q,r_wrist,0,,1     | line 2: y is ''; it must be a number",
            })
    void shouldRefusePredictionsThatMakeNoSense(String row, String message) throws IOException {
        // given
        Path predictions = write("mine.csv", "image,id,part,x,y,score\n" + row + "\n");

        // when
        CommandLineRun run = oks(truthCsv(), predictions);

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("pose metrics: " + predictions + " " + message)
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseTwoScoresOfOnePerson() throws IOException {
        // given
        Path predictions = write("mine.csv", "image,id,part,x,y,score\none,q,r_wrist,0,0,1\none,q,l_wrist,0,0,0.5\n");

        // when
        CommandLineRun run = oks(truthCsv(), predictions);

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(predictions + " line 3: id 'q' has another score than on line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | no JSON list; expected COCO's results",
                "[{\"image_id\":7,\"keypoints\":[1,2],\"score\":1}] | results (index 0): keypoints is a list of 2; expected x, y and v",
                "[{\"image_id\":7,\"keypoints\":[1,2,3],\"score\":1}] | results (index 0): keypoints is a list of 3; expected 51 numbers",
                "[{\"image_id\":7,\"keypoints\":[]}]               | results (index 0): score is missing; expected a number",
                "[{\"image_id\":\"7\",\"keypoints\":[],\"score\":1}] | results (index 0): image_id is \"7\"; expected a whole number",
                "[{\"image_id\":7                                  | damaged JSON",
            })
    void shouldRefuseResultsThatMakeNoSense(String json, String message) throws IOException {
        // given
        Path predictions = write("results.json", json);

        // when
        CommandLineRun run = oks(truthJson(), predictions);

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("pose metrics: " + predictions)
                .contains(message)
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseFilesThatAreNotThere() throws IOException {
        // given
        Path nowhere = folder.resolve("nowhere.json");

        // when
        CommandLineRun truth = oks(nowhere, nowhere);
        CommandLineRun predictions = oks(truthJson(), nowhere);

        // then
        assertThat(truth.err()).contains(nowhere + ": no such file; expected COCO's person_keypoints");
        assertThat(predictions.err()).contains(nowhere + ": no such file; expected COCO's results");
    }

    @Test
    void shouldRefuseResultsWithoutCocosOrderOfParts() throws IOException {
        // given
        Path predictions = write("results.json", "[]");

        // when
        CommandLineRun run = oks(truthCsv(), predictions);

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--predictions", "give a .json truth").hasLineCount(1);
    }

    @Test
    void shouldRefuseAThreshold() throws IOException {
        // when
        CommandLineRun run = oks(truthCsv(), folder.resolve("mine.csv"), "--threshold", "0.5");

        // then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--threshold does not go with --metric oks");
    }
}
