package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.cpm.BadWeightsException;
import pose.cpm.BundledWeights;

/** What cannot be done is told in one line that names the culprit, with exit code 1 and without a stack trace. */
class UserMistakeTest {

    /** Nobody listens on the first port. */
    private static final String NOBODY = "localhost:1";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldNameTheBrokerThatDoesNotAnswer() {
        assertFailed(CommandLineRun.of("watch", "--bootstrap", NOBODY, "--wait", "1"), NOBODY, "within 1 s");
    }

    @Test
    void shouldNameTheBrokerWhoseNameIsUnknown() {
        assertFailed(CommandLineRun.of("watch", "--bootstrap", "no.invalid:1"), "--bootstrap", "no.invalid:1");
    }

    @Test
    void shouldNameTheKafkaConfigThatIsNotThere() {
        String file = folder.resolve("none.properties").toString();

        assertFailed(CommandLineRun.of("watch", "--kafka-config", file), "--kafka-config", file);
    }

    @Test
    void shouldNameTheKafkaConfigThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("bytes.properties"), new byte[] {'a', '=', (byte) 0xFF, (byte) 0xFE});

        assertFailed(CommandLineRun.of("watch", "--kafka-config", file.toString()), "--kafka-config", file.toString());
    }

    @Test
    void shouldNameTheKafkaConfigWithABadSetting() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.properties"), "request.timeout.ms=soon\nretries=many\n");

        assertFailed(CommandLineRun.of("watch", "--kafka-config", file.toString()), file.toString(), "retries", "many");
    }

    @Test
    void shouldNameTheSourceThatIsNotThere() {
        String clip = folder.resolve("none.mp4").toString();

        assertFailed(CommandLineRun.of("ingest", "--camera", "c", "--source", clip), clip);
    }

    @Test
    void shouldNameTheCamerasFileThatIsNotThere() {
        String file = folder.resolve("none.yaml").toString();

        assertFailed(CommandLineRun.of("ingest", "--config", file), "--config", file, "no such file");
    }

    @Test
    void shouldNameTheCameraAndTheKeyThatAreWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "cameras: [{id: a, source: 'udp://h:1', fps: 0}]");

        assertFailed(
                CommandLineRun.of("ingest", "--config", file.toString()),
                file.toString(),
                "camera a",
                "fps is 0.0; allowed: 0.01 to 240");
    }

    @Test
    void shouldNameTheReferenceOfASourceThatIsNotThere() {
        assertFailed(
                CommandLineRun.of("ingest", "--camera", "c", "--source", "rtsp://me:${env:NOT_SET_ANYWHERE}@h/x"),
                "--source",
                "NOT_SET_ANYWHERE");
    }

    @Test
    void shouldNameTheFolderThatOutNeeds() {
        String file = folder.resolve("none").resolve("a.jsonl").toString();

        assertFailed(CommandLineRun.of("demo", "--out", file), "--out", file, "no folder");
    }

    @Test
    void shouldRefuseAFolderInPlaceOfAVideo() {
        assertFailed(CommandLineRun.of("demo", "--video", folder.toString()), "--video", folder.toString());
    }

    @Test
    void shouldNotOverwriteTheSource() throws IOException {
        String clip = Files.writeString(folder.resolve("clip.mp4"), "precious").toString();

        assertFailed(CommandLineRun.of("demo", "--source", clip, "--video", clip), "--video", clip, "overwritten");
        assertThat(Path.of(clip)).hasContent("precious");
    }

    @Test
    void shouldTakeNoPosesForALocator() throws BadWeightsException {
        String poses = BundledWeights.open().id().toString();

        assertFailed(
                CommandLineRun.of("stream", "--weights", poses, "--locator", poses),
                poses + ": it is no locator: it gives poses of skeleton lsp14");
    }

    @Test
    void shouldNameTheWeightsThatAreNotThere() {
        assertFailed(
                CommandLineRun.of("stream", "--weights", "lite/none", "--weights-store", folder.toString()),
                "--weights",
                "lite/none",
                folder.toString());
    }

    @Test
    void shouldNameTheMetricsPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertFailed(CommandLineRun.of("stream", "--metrics-port", port), "--metrics-port", port, "free port");
        }
    }

    @Test
    void shouldNameTheMetricsHostThatIsNoAddress() {
        assertFailed(
                CommandLineRun.of("stream", "--metrics-port", "0", "--metrics-host", "no.invalid"),
                "--metrics-host",
                "no.invalid");
    }

    @Test
    void shouldNameTheWeightsToExportThatAreNotThere() {
        String file = folder.resolve("a.onnx").toString();

        assertFailed(CommandLineRun.of("weights", "export", "none", "--onnx", file), "none", "no such weights folder");
    }

    @Test
    void shouldNameTheFolderThatAnExportNeeds() {
        String file = folder.resolve("none").resolve("a.onnx").toString();

        assertFailed(CommandLineRun.of("weights", "export", "--onnx", file), "--onnx", file, "no folder");
    }

    @Test
    void shouldTellWhereFromWhenVerbose() {
        // when
        CommandLineRun run = CommandLineRun.of("watch", "--bootstrap", NOBODY, "--wait", "1", "--verbose");

        // then
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("\tat pose.app");
    }

    private static void assertFailed(CommandLineRun run, String... named) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("pose ")
                .contains(named);
    }
}
