package pose.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pose.e2e.process.Patience;
import pose.e2e.process.PoseProcess;

/** {@code pose demo} leaves no process and no file behind, whether it comes to its end or is told to end. */
class NothingLeftBehind {

    private static final Duration LONGEST_RUN = Patience.LONGEST;
    private static final Duration LONGEST_GOODBYE = Patience.LONGEST;
    private static final Pattern POSES_ARE_COMING_OUT = Pattern.compile("poses out [1-9]");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldBeSoWhenTheSourceEnds() throws Exception {
        // given
        try (PoseProcess demo = demo("synthetic:athlete?seconds=1&fps=10&width=96&height=64")) {

            // when
            boolean ended = demo.endsWithin(LONGEST_RUN);

            // then
            assertThat(ended).as(demo.err()).isTrue();
            assertThat(demo.exitCode()).as(demo.err()).isZero();
            assertThat(demo.out()).contains("poses out     10");
            assertThat(demo.temporaryFiles()).isEmpty();
        }
    }

    @Test
    void shouldBeSoWhenItIsToldToEndInTheMiddle() throws Exception {
        // given
        Set<ProcessHandle> children = new HashSet<>();
        try (PoseProcess demo = demo("synthetic:athlete?seconds=600&fps=10&width=96&height=64", "--realtime")) {
            Awaitility.await().pollInSameThread().atMost(LONGEST_RUN).until(() -> {
                children.addAll(demo.children());
                return POSES_ARE_COMING_OUT.matcher(demo.err()).find();
            });
            assertThat(demo.temporaryFiles())
                    .as("what there is to leave behind")
                    .isNotEmpty();

            // when
            demo.askToEnd();

            // then
            assertThat(demo.endsWithin(LONGEST_GOODBYE)).as(demo.err()).isTrue();
            assertThat(demo.temporaryFiles()).isEmpty();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(demo.out()).containsPattern("poses out +[1-9]");
        }
    }

    private PoseProcess demo(String source, String... further) throws IOException {
        String weights = UntrainedWeights.publish(folder.resolve("store")).toString();
        List<String> args =
                new ArrayList<>(List.of("demo", PoseProcess.WHOLE_PICTURES, "--source", source, "--weights", weights));
        args.addAll(List.of(further));
        return PoseProcess.start(folder, args);
    }
}
