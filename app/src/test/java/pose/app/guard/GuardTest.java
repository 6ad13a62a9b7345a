package pose.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class GuardTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldBeginAgainWithoutTheCameraWhoseThreadCrashed() {
        // when
        int exitCode = run("camera gate-1");

        // then
        assertThat(exitCode).isEqualTo(7);
        assertThat(text(out).lines().map(line -> line.replaceFirst("\\d+ ", "")))
                .containsExactly("aside [] kept ", "aside [gate-1] kept sécret", "thing");
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .contains("SIGSEGV in libjni", "camera gate-1", "that camera begins again in 5 s, all others at once");
    }

    @Test
    void shouldEndWithOneLineWhereARecordingCrashes() {
        // when
        int exitCode = run("reading ahead", "ingest", "--camera", "c", "--source", "clip.mp4");

        // then
        assertThat(exitCode).isEqualTo(1);
        assertThat(text(out).lines()).hasSize(1);
        assertThat(text(err))
                .startsWith("pose ingest: the process that read clip.mp4 ended by SIGSEGV in libjni")
                .endsWith("; what Kafka had taken by then is there, --resume goes on behind it\n");
    }

    @Test
    void shouldEndWithTheExitCodeOfWhatEndsByItself() {
        assertThat(run("end")).isEqualTo(7);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void shouldTellInJsonWhereThatIsAskedFor() {
        // when
        run("camera gate-1", "--log-format", "json");

        // then
        assertThat(text(err))
                .startsWith("{\"timestamp\":")
                .contains("camera gate-1")
                .endsWith("\"}\n");
    }

    @Test
    void shouldEndWhatItGuardsWhenItIsTerminated(@TempDir Path folder) throws Exception {
        // given
        Process guard = start(folder);
        ProcessHandle child = childOf(guard);

        // when
        guard.destroy();

        // then
        assertThat(guard.waitFor()).isEqualTo(143);
        assertThat(child.isAlive()).isFalse();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void shouldEndWhatItGuardsEvenWhenItIsKilled(@TempDir Path folder) throws Exception {
        // given
        Process guard = start(folder);
        ProcessHandle child = childOf(guard);

        // when
        guard.destroyForcibly().waitFor();

        // then
        assertThat(child.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void shouldBeginAgainWhatIsKilled(@TempDir Path folder) throws Exception {
        // given
        Process guard = start(folder);
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8));
        long first = pid(lines);

        // when
        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        // then
        assertThat(pid(lines)).isNotEqualTo(first);
        guard.destroy();
        assertThat(guard.waitFor()).isEqualTo(143);
    }

    private int run(String... args) {
        return Guard.run(CrashingCameras.class.getName(), args, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ProcessHandle childOf(Process guard) throws IOException {
        return ProcessHandle.of(
                        pid(new BufferedReader(new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8))))
                .orElseThrow();
    }

    private static long pid(BufferedReader lines) throws IOException {
        String line = Objects.requireNonNull(lines.readLine(), "it ended before it said anything");
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    /** A guard in a process of its own, over one that goes on for ever. */
    private static Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Djava.io.tmpdir=" + folder,
                GuardMain.class.getName(),
                "stay"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
